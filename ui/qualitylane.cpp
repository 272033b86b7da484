#include "ui/qualitylane.h"

#include "ui/plotaxis.h"
#include "ui/trace.h"

#include <QPainter>
#include <QPolygonF>
#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr double halfWindow = core::ReceiverClock::ticksPerSecond / 2.0;

} // namespace

std::vector<double> concealedShares(const core::Analysis& analysis, const core::PlotLevels& levels,
    TimeRange range, size_t count, std::optional<core::ReceiverTime> present)
{
    // Columns to either side that half a window reaches over.
    const double perColumn = static_cast<double>(range.length().ticks()) / static_cast<double>(count);
    const auto reach = std::min<size_t>(static_cast<size_t>(halfWindow / perColumn), 4 * count);
    const core::ReceiverSpan margin(std::llround(static_cast<double>(reach) * perColumn));
    std::vector<core::PlotCell> cells(count + 2 * reach);
    levels.query(analysis, range.begin - margin, range.end + margin, cells);

    std::vector<int64_t> concealed(cells.size() + 1);
    std::vector<int64_t> played(cells.size() + 1);
    const double happened = present
        ? static_cast<double>((*present - range.begin + margin).ticks()) / perColumn
        : static_cast<double>(cells.size());
    for (size_t i = 0; i < cells.size(); ++i) {
        if (static_cast<double>(i) + 1 > happened)
            cells[i] = {};
        concealed[i + 1] = concealed[i] + cells[i].concealed().ticks();
        played[i + 1] = played[i] + cells[i].played().ticks();
    }
    std::vector<double> shares(count);
    for (size_t i = 0; i < count; ++i) {
        const size_t end = i + 2 * reach + 1;
        const int64_t all = played[end] - played[i];
        shares[i] = all > 0
            ? 100.0 * static_cast<double>(concealed[end] - concealed[i]) / static_cast<double>(all)
            : -1;
    }
    return shares;
}

QString QualityLane::title() const { return tr("Quality"); }
QString QualityLane::subtitle() const { return tr("share of concealed audio (PLC, silence), 1 s window"); }
QString QualityLane::unit() const { return tr("%"); }

ValueRange QualityLane::valueRange(const LaneScene& scene) const
{
    if (scene.concealed.empty())
        return {0, 10};
    const double highest = *std::ranges::max_element(scene.concealed);
    const double high = std::min(100.0, axisEnd(std::max(10.0, highest)));
    return {-0.05 * high, high};
}

void QualityLane::draw(QPainter& painter, const LaneScene& scene, const LaneMap& map) const
{
    if (scene.concealed.empty())
        return;
    const std::vector<double>& shares = scene.concealed;
    const double width = map.area.width() / static_cast<double>(shares.size());
    QPolygonF line;
    for (size_t i = 0; i < shares.size(); ++i) {
        const double x = map.area.left() + (static_cast<double>(i) + 0.5) * width;
        if (shares[i] >= 0 && scene.hasHappened(map.timeAt(x)))
            line << QPointF(x, map.y(shares[i]));
    }
    drawTrace(painter, line, scene.colours.quality, 1.5);
}

} // namespace ui
