#pragma once

#include "core/analysis/analysis.h"

#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace ui {

// Which packets a table shows: those of one fate, and those that every word typed fits. A word is a packet
// number ("617"), a range of numbers ("617-619"), a media time as precise as it is written ("0:12", "0:12.3")
// or a part of a fate, repair, mode, bandwidth, "mono" or "stereo", or "FEC:yes", "DTX:yes" or "DTX" for what
// a packet carries ("FEC" is the repair). Understood once, then a few ns a packet.
class PacketFilter {
public:
    PacketFilter() = default;
    PacketFilter(std::optional<core::Fate> fate, const QString& text);

    [[nodiscard]] bool isEmpty() const { return !m_fate && m_words.empty(); }
    [[nodiscard]] bool matches(const core::Analysis& analysis, uint32_t packet) const;

private:
    // Any of it fits.
    struct Word {
        uint8_t fates = 0, repairs = 0, modes = 0, bandwidths = 0, channels = 0; // one bit a value
        uint8_t flags = 0; // core::PacketFlag
        uint32_t firstPacket = 1, lastPacket = 0;
        core::MediaTime mediaBegin, mediaEnd;
    };

    [[nodiscard]] static Word understood(const QString& text);
    [[nodiscard]] static bool fits(const Word& word, const core::Analysis& analysis, uint32_t packet);

    std::optional<core::Fate> m_fate;
    std::vector<Word> m_words;
};

} // namespace ui
