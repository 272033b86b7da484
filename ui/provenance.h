#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/plotlevels.h"
#include "ui/lane.h"

#include <QCoreApplication>

namespace ui {

// A stretch of playout that was made in one way: a whole event, or one frame of a concealment.
struct Stretch {
    core::ReceiverTime start;
    core::ReceiverSpan duration;
    core::Origin origin = core::Origin::Decoded;
    core::Cause cause = core::Cause::None;
    // Decoded: the packet itself. FEC: the one that carried it. Otherwise the one that is missing here; for a
    // stall the one that is waited for.
    uint32_t packet = core::noPacket;
    // Concealed: which frame of its gap it is, from 1, and how long such frames are.
    int frame = 0;
    core::ReceiverSpan frameDuration;

    [[nodiscard]] core::ReceiverTime end() const { return start + duration; }
};

// What playout was made from, in places and in words.
class Provenance {
    Q_DECLARE_TR_FUNCTIONS(ui::Provenance)

public:
    // The stretch that sounds at `time`, the first or last one if it lies outside; the timeline has events.
    [[nodiscard]] static Stretch at(const core::Analysis& analysis, core::ReceiverTime time);
    // The first stretch in the range that is not decoded; if there is none, the one at its begin. Of very
    // many events only the first ones are looked at.
    [[nodiscard]] static Stretch mostTelling(const core::Analysis& analysis, TimeRange range);

    [[nodiscard]] static QString label(const Stretch& stretch); // short
    [[nodiscard]] static std::vector<ReadoutRow> readout(const Stretch& stretch);
};

} // namespace ui
