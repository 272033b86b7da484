#include "ui/timelineview.h"

#include "ui/timelineparts.h"

#include <QEvent>
#include <QKeyEvent>

namespace ui {

namespace {

constexpr double zoomStep = 0.5;
constexpr double laneStep = 16; // pixels

} // namespace

TimelineView::TimelineView(QWidget* parent)
    : QWidget(parent)
    , m_parts(std::make_unique<Parts>(*this))
{
    m_parts->rememberArrangement();
    setObjectName(QStringLiteral("timelineView"));
    setAccessibleName(tr("Timeline"));
    setAccessibleDescription(
        tr("Arrival, buffer, output and quality over time. W and S zoom, A and D pan, 0 shows all, "
           "Alt+Left goes back to the zoom before. Up and Down choose a lane."));
}

TimelineView::~TimelineView() = default;

TimeRange TimelineView::visibleRange() const { return m_parts->viewport.visible(); }
std::optional<TimeRange> TimelineView::selection() const { return m_parts->selection; }
bool TimelineView::isUpToDate() const { return m_parts->isUpToDate(); }
bool TimelineView::isLive() const { return m_parts->isLive; }
bool TimelineView::canZoomBack() const { return m_parts->viewport.canGoBack(); }
ArrivalView TimelineView::arrivalView() const { return m_parts->plot.arrivalView(); }
bool TimelineView::canZoomForward() const { return m_parts->viewport.canGoForward(); }

void TimelineView::record(std::function<void(const PlotRecording&)> take)
{
    m_parts->record(std::move(take));
}

void TimelineView::showCapture(const std::shared_ptr<const core::Capture>& capture)
{
    m_parts->setCapture(capture);
}

void TimelineView::showAnalysis(const std::shared_ptr<const core::Analysis>& analysis,
    const std::shared_ptr<const core::PlotLevels>& levels)
{
    m_parts->setAnalysis(analysis, levels);
}

void TimelineView::showDraft(std::shared_ptr<const Draft> draft) { m_parts->setDraft(std::move(draft)); }

void TimelineView::showWaveform(
    std::shared_ptr<const core::WaveformLevels> levels, core::ReceiverTime firstFrame)
{
    m_parts->plot.scene().waveform = std::move(levels);
    m_parts->plot.scene().firstFrame = firstFrame;
    m_parts->schedule(Parts::Stale::Lanes);
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
void TimelineView::setLoop(std::optional<TimeRange> range) { m_parts->setLoop(range); }
void TimelineView::selectPacket(uint32_t packet) { m_parts->select(packet); }
void TimelineView::selectNextPacket() { m_parts->stepPacket(1); }
void TimelineView::selectPreviousPacket() { m_parts->stepPacket(-1); }
void TimelineView::setArrivalView(ArrivalView view) { m_parts->setArrivalView(view); }
void TimelineView::moveLaneUp() { m_parts->moveCurrentLane(-1); }
void TimelineView::moveLaneDown() { m_parts->moveCurrentLane(1); }
void TimelineView::makeLaneTaller() { m_parts->stretchCurrentLane(laneStep); }
void TimelineView::makeLaneShorter() { m_parts->stretchCurrentLane(-laneStep); }
void TimelineView::resetArrangement() { m_parts->resetArrangement(); }
void TimelineView::addLaneActions(QMenu& menu) { m_parts->addLaneActions(menu); }

void TimelineView::zoomIn() { m_parts->zoomAtCentre(zoomStep); }
void TimelineView::zoomOut() { m_parts->zoomAtCentre(1 / zoomStep); }
void TimelineView::fit() { setVisibleRange(m_parts->viewport.whole()); }
void TimelineView::panLeft() { m_parts->pan(-Parts::panStep); }
void TimelineView::panRight() { m_parts->pan(Parts::panStep); }
void TimelineView::zoomBack() { m_parts->travel(-1); }
void TimelineView::zoomForward() { m_parts->travel(1); }

void TimelineView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    const QEvent::Type type = event->type();
    if (!m_parts
        || (type != QEvent::PaletteChange && type != QEvent::FontChange && type != QEvent::StyleChange
            && type != QEvent::LanguageChange))
        return;
    m_parts->plot.restyle();
    m_parts->schedule(Parts::Stale::Everything);
}

void TimelineView::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    m_parts->schedule(Parts::Stale::Overlay);
}

void TimelineView::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    m_parts->schedule(Parts::Stale::Overlay);
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
