#pragma once

#include "core/analysis/analysis.h"

#include <QString>
#include <cstdint>

namespace ui {

// The columns of the packet table: those of the packets CSV and what the packet itself tells.
enum class PacketColumn : uint8_t {
    Index,
    Sequence,
    Media,
    Duration,
    Bytes,
    Sent,
    Arrival,
    Due,
    Playout,
    Margin, // due - arrival; below zero = late
    Fate,
    Repair,
    Mode,
    Bandwidth,
    Channels,
    Frames,
    Fec,
    Dtx,
};
inline constexpr int packetColumnCount = 18;

[[nodiscard]] QString yesText(); // in the columns FEC and DTX
[[nodiscard]] QString packetHeader(PacketColumn column);
[[nodiscard]] QString packetHeaderTip(PacketColumn column); // definition and unit

// Numbers stand right, words left.
[[nodiscard]] bool isNumber(PacketColumn column);
// False for what the capture alone decides, whatever the scenario is.
[[nodiscard]] bool dependsOnScenario(PacketColumn column);

// Text with unit; empty = does not exist.
[[nodiscard]] QString packetText(const core::Analysis& analysis, uint32_t packet, PacketColumn column);
// Key to sort by (see sortKeyOf); emptyKey = does not exist.
[[nodiscard]] uint64_t packetKey(const core::Analysis& analysis, uint32_t packet, PacketColumn column);

} // namespace ui
