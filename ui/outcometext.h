#pragma once

#include "core/base/anomaly.h"
#include "core/opus/packet.h"
#include "core/playout/timeline.h"

#include <QColor>
#include <QIcon>
#include <QString>

// What became of packets, in the user's words, and the colour and the shape that stand for it everywhere.
namespace ui {

[[nodiscard]] QString fateText(core::Fate fate); // "played", "lost" …
[[nodiscard]] QString causeText(core::Cause cause);
[[nodiscard]] QString repairText(core::Repair repair); // empty for none
[[nodiscard]] QString modeText(core::CodecMode mode);
[[nodiscard]] QString bandwidthText(core::Bandwidth bandwidth);
[[nodiscard]] QString codedChannelsText(bool isStereo);
// One sentence: what is damaged and how much of it.
[[nodiscard]] QString anomalyText(const core::Anomaly& anomaly);

[[nodiscard]] QColor fateColour(core::Fate fate);
[[nodiscard]] QColor causeColour(core::Cause cause);
// The mark of the fate as the lanes draw it: disc, triangle, bar, square, cross.
[[nodiscard]] QIcon fateMark(core::Fate fate);

} // namespace ui
