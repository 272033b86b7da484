#pragma once

#include "ui/lane.h"

namespace ui {

// Media time that is sent at a time of the receiver's clock.
[[nodiscard]] double mediaSecondsSentAt(const LaneScene& scene, core::ReceiverTime time);
// When the packet was played, or was to be.
[[nodiscard]] core::ReceiverTime playoutOf(const core::PacketOutcome& outcome);

struct PacketRange {
    uint32_t first = 0;
    uint32_t end = 0;
};

// All that arrives or is played in view, whenever it was sent.
[[nodiscard]] PacketRange packetsInView(const LaneScene& scene, const LaneMap& map);

// Where media time and receiver time lie in the staircase. Lives no longer than the map.
class StairMap {
public:
    StairMap(const LaneScene& scene, const LaneMap& map)
        : m_map(map)
        , m_zero(mediaSecondsSentAt(scene, map.time.begin))
    {
    }

    [[nodiscard]] double x(core::ReceiverTime time) const { return m_map.x(time); }
    [[nodiscard]] double y(core::MediaTime media) const { return yOfSeconds(media.milliseconds() / 1000); }
    [[nodiscard]] double yOfSeconds(double media) const { return m_map.y(media - m_zero); }
    [[nodiscard]] core::MediaTime mediaAt(double y) const;

private:
    const LaneMap& m_map;
    double m_zero; // s
};

// The packets whose media time lies at most `reach` pixels from `y`: where these are very many, those in the
// middle of them.
[[nodiscard]] PacketRange packetsAtHeight(const LaneScene& scene, const LaneMap& map, double y, double reach);

} // namespace ui
