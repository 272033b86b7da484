#include "ui/timelineview.h"

#include "ui/timelineparts.h"

#include <QDataStream>
#include <QEvent>
#include <QKeyEvent>
#include <algorithm>

namespace ui {

namespace {

constexpr quint32 arrangementMagic = 0x4a534c31; // changes with the form of the arrangement
constexpr double zoomStep = 0.5;

} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(*this))
{
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(
        tr("Arrival, buffer, output and quality over time. W and S zoom, A and D pan, 0 shows all, "
           "Alt+Left goes back to the zoom before."));
}

TimelineView::~TimelineView() = default;

TimeRange TimelineView::visibleRange() const { return m_parts->viewport.visible(); }
std::optional<TimeRange> TimelineView::selection() const { return m_parts->selection; }
bool TimelineView::isLive() const { return m_parts->isLive; }
bool TimelineView::canZoomBack() const { return m_parts->viewport.canGoBack(); }
bool TimelineView::canZoomForward() const { return m_parts->viewport.canGoForward(); }

QByteArray TimelineView::saveArrangement() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    const std::vector<double> heights = m_parts->plot.heights();
    stream << arrangementMagic << static_cast<quint32>(heights.size());
    for (size_t i = 0; i < heights.size(); ++i)
        stream << heights[i] << m_parts->plot.isShown(static_cast<LaneId>(i));
    return bytes;
}

void TimelineView::restoreArrangement(const QByteArray& arrangement)
{
    QDataStream stream(arrangement);
    stream.setVersion(QDataStream::Qt_6_0);
    quint32 magic = 0;
    quint32 count = 0;
    stream >> magic >> count;
    std::vector<double> heights = m_parts->plot.heights();
    if (magic != arrangementMagic || count != heights.size())
        return;
    std::vector<bool> shown(count);
    for (quint32 i = 0; i < count; ++i) {
        bool isShown = false;
        stream >> heights[i] >> isShown;
        shown[i] = isShown;
    }
    const bool isSound = std::ranges::all_of(heights, [](double h) { return h >= 0 && h < 1e6; });
    if (stream.status() != QDataStream::Ok || !isSound || std::ranges::count(shown, true) < 2)
        return;
    for (size_t i = 1; i < shown.size(); ++i)
        m_parts->plot.setShown(static_cast<LaneId>(i), shown[i]);
    m_parts->plot.setHeights(heights);
    m_parts->schedule(Parts::Stale::Everything);
}

bool TimelineView::saveImage(const QString& path) const { return m_parts->plot.save(path); }

void TimelineView::showCapture(std::shared_ptr<const core::Capture> capture)
{
    m_parts->setCapture(std::move(capture));
}

void TimelineView::showAnalysis(
    std::shared_ptr<const core::Analysis> analysis, std::shared_ptr<const core::PlotLevels> levels)
{
    m_parts->setAnalysis(std::move(analysis), std::move(levels));
}

void TimelineView::showWaveform(
    std::shared_ptr<const core::WaveformLevels> levels, core::ReceiverTime firstFrame)
{
    m_parts->plot.scene().waveform = std::move(levels);
    m_parts->plot.scene().firstFrame = firstFrame;
    m_parts->schedule(Parts::Stale::Everything);
}

void TimelineView::showOverview(std::shared_ptr<const core::WaveformLevels> levels)
{
    m_parts->plot.overview().waveform = std::move(levels);
    m_parts->schedule(Parts::Stale::Everything);
}

void TimelineView::setPlayhead(core::ReceiverTime time) { m_parts->setPlayhead(time); }
void TimelineView::setLive(bool live) { m_parts->setLive(live); }

void TimelineView::setVisibleRange(TimeRange range)
{
    const TimeRange before = visibleRange();
    m_parts->viewport.setVisible(range);
    m_parts->rangeChanged(before);
}

void TimelineView::setSelection(std::optional<TimeRange> range) { m_parts->setSelection(range); }
void TimelineView::selectPacket(uint32_t packet) { m_parts->select(packet); }
void TimelineView::zoomIn() { m_parts->zoomAtCentre(zoomStep); }
void TimelineView::zoomOut() { m_parts->zoomAtCentre(1 / zoomStep); }
void TimelineView::fit() { setVisibleRange(m_parts->viewport.whole()); }
void TimelineView::zoomBack() { m_parts->travel(-1); }
void TimelineView::zoomForward() { m_parts->travel(1); }

void TimelineView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    const QEvent::Type type = event->type();
    if (m_parts
        && (type == QEvent::PaletteChange || type == QEvent::FontChange || type == QEvent::LanguageChange))
        m_parts->schedule(Parts::Stale::Everything);
}

void TimelineView::keyPressEvent(QKeyEvent* event)
{
    if (!m_parts->handleKey(event->key(), event->modifiers()))
        QWidget::keyPressEvent(event);
}

void TimelineView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_parts->schedule(Parts::Stale::Everything);
}

void TimelineView::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_parts->schedule(Parts::Stale::Everything);
}

} // namespace ui
