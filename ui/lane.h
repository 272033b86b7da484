#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/plotlevels.h"
#include "core/render/levels.h"
#include "ui/lanecolours.h"
#include "ui/timerange.h"

#include <QRectF>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

class QPainter;

namespace ui {

// Everything lanes draw from, gathered once a frame and shared by all of them.
struct LaneScene {
    std::shared_ptr<const core::Analysis> analysis; // both or none
    std::shared_ptr<const core::PlotLevels> levels;
    std::shared_ptr<const core::WaveformLevels> waveform;
    core::ReceiverTime firstFrame; // receiver time of the waveform's frame 0
    TimeRange visible;
    // The visible stretch on the clock of the waveform, where that is another one.
    std::optional<TimeRange> visibleInWaveform;
    std::vector<core::PlotCell> cells; // one for every pixel of the screen across
    std::vector<double> concealed; // share of concealed audio in %, likewise; empty where nobody shows it
    uint32_t firstPacket = 0, endPacket = 0; // sent in the visible range
    std::optional<core::ReceiverTime> present; // live: nothing behind it has happened yet
    LaneColours colours;

    [[nodiscard]] bool isEmpty() const { return !analysis || !levels; }
    [[nodiscard]] TimeRange waveformRange() const { return visibleInWaveform.value_or(visible); }
    [[nodiscard]] bool hasHappened(core::ReceiverTime time) const { return !present || time <= *present; }
};

struct ValueRange {
    double low = 0;
    double high = 1;
};

// Where times and values of a lane lie in pixels.
struct LaneMap {
    QRectF area;
    TimeRange time;
    ValueRange value;
    double pixel = 1; // of the screen: 1/2 where a unit is two pixels wide

    [[nodiscard]] double x(core::ReceiverTime at) const
    {
        return area.left()
            + static_cast<double>((at - time.begin).ticks()) * area.width()
            / static_cast<double>(time.length().ticks());
    }
    // As the axis beside it: the lowest value lies in the last row of pixels, not below it.
    [[nodiscard]] double y(double at) const
    {
        return area.bottom() - 1 - (at - value.low) * area.height() / (value.high - value.low);
    }
    [[nodiscard]] core::ReceiverTime timeAt(double x) const;
    [[nodiscard]] double valueAt(double y) const;
};

enum class LegendShape : uint8_t { Disc, Triangle, Bar, Diamond, Circle, Cross, Square, Line };

struct LegendEntry {
    LegendShape shape = LegendShape::Square;
    QColor colour;
    QString text;

    bool operator==(const LegendEntry&) const = default;
};

// A line of a readout beside the mouse.
struct ReadoutRow {
    QString name;
    QString value;
};

// One row of the timeline: what it is called and how it is drawn. Lanes hold no data of their own and draw
// with any painter, so that the same code paints the screen and a vector file.
class Lane {
public:
    Lane() = default;
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;
    virtual ~Lane() = default;

    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString subtitle() const = 0;
    [[nodiscard]] virtual QString unit() const { return {}; } // of the value axis; empty: it has none
    [[nodiscard]] virtual std::vector<LegendEntry> legend(const LaneScene&) const { return {}; }
    [[nodiscard]] virtual ValueRange valueRange(const LaneScene& scene) const = 0;
    virtual void draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const = 0;
    // Its values are times of the visible stretch: they would be wrong on a clock that runs slower.
    [[nodiscard]] virtual bool isBoundToClock() const { return false; }

    // The packet drawn near enough to the point for a finger; noPacket: none.
    [[nodiscard]] virtual uint32_t packetAt(const LaneScene&, const LaneMap&, QPointF /*point*/) const
    {
        return core::noPacket;
    }
    // Where the packet is drawn; nothing: nowhere in particular.
    [[nodiscard]] virtual std::optional<QPointF> placeOf(
        const LaneScene&, const LaneMap&, uint32_t /*packet*/) const
    {
        return std::nullopt;
    }
    // What to tell about the point before what is known of its packet.
    [[nodiscard]] virtual std::vector<ReadoutRow> readout(
        const LaneScene&, const LaneMap&, QPointF /*point*/) const
    {
        return {};
    }
};

// The shapes of the legend, also used in the lanes.
void drawShape(QPainter& painter, LegendShape shape, QPointF centre, double size, const QColor& colour);

} // namespace ui
