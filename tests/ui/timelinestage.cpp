#include "tests/ui/timelinestage.h"

#include "tests/support/plaincapture.h"
#include "tests/ui/windowfixture.h"
#include "ui/theme.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace test {

using core::ReceiverTime;
using ui::TimelineView;
using ui::TimeRange;

namespace {

constexpr int64_t oneMinute = 60 * 48000;

// Swelling tone; its first `filled` frames are there yet.
std::shared_ptr<const core::WaveformLevels> waveform(int64_t frames, int64_t filled)
{
    static std::map<int64_t, std::shared_ptr<core::WaveformLevels>> made;
    auto& levels = made[frames];
    if (levels)
        return levels;
    levels = std::make_shared<core::WaveformLevels>(frames);
    constexpr int64_t blockFrames = core::WaveformLevels::blockFrames;
    std::vector<float> block(blockFrames);
    const int64_t end = std::min(frames, filled);
    for (int64_t first = 0; first + blockFrames <= end; first += blockFrames) {
        for (size_t i = 0; i < block.size(); ++i) {
            const double time = static_cast<double>(first + static_cast<int64_t>(i)) / 48000;
            const double swell = 0.3 + 0.25 * std::sin(time * 4.1) * std::sin(time * 0.7);
            block[i] = static_cast<float>(swell * std::sin(time * 2765));
        }
        levels->fill(first, block, 1);
    }
    return levels;
}

} // namespace

std::shared_ptr<const core::Analysis> analysisOf(size_t packets, core::Strategy strategy)
{
    return core::analyze(
        core::plainCapture(packets, core::mediaMilliseconds(20)), core::roughScenario(strategy, 1))
        .value();
}

std::shared_ptr<const core::PlotLevels> levelsOf(const core::Analysis& analysis)
{
    return std::make_shared<const core::PlotLevels>(core::PlotLevels::build(analysis));
}

ReceiverTime milliseconds(double count) { return ReceiverTime(static_cast<int64_t>(count * 1000)); }

double lengthMs(const TimelineView& view) { return view.visibleRange().length().milliseconds(); }

double shareOfOthers(const QImage& a, const QImage& b)
{
    constexpr int grain = 5; // pixels of the display
    constexpr int limit = 90; // of red, green and blue together
    const QSize size = a.size() / (grain * a.devicePixelRatio());
    const auto smooth = [&size](const QImage& image) {
        return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    };
    const QImage one = smooth(a);
    const QImage other = smooth(b);
    int others = 0;
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            const QRgb p = one.pixel(x, y);
            const QRgb q = other.pixel(x, y);
            const int distance =
                std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
            others += distance > limit ? 1 : 0;
        }
    }
    return static_cast<double>(others) / (size.width() * size.height());
}

void TimelineStage::prepare()
{
    qRegisterMetaType<core::ReceiverTime>();
    qRegisterMetaType<std::optional<ui::TimeRange>>();
}

void TimelineStage::open()
{
    ui::applyTheme(ui::ThemeChoice::Dark);
    m_view = std::make_unique<TimelineView>();
    m_view->resize(910, 650);
    m_view->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
}

void TimelineStage::show(std::shared_ptr<const core::Analysis> analysis)
{
    m_analysis = std::move(analysis);
    m_view->showCapture(m_analysis->capture);
    m_view->showAnalysis(m_analysis, levelsOf(*m_analysis));
    const int64_t frames =
        core::toMediaSpan(m_analysis->timeline.end() - m_analysis->timeline.start()).ticks();
    m_view->showWaveform(waveform(frames, oneMinute), m_analysis->timeline.start());
    m_view->showOverview(waveform(m_analysis->capture->duration().ticks(), oneMinute));
}

void TimelineStage::drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    dragMouse(plot(), from, to, modifiers);
}

void TimelineStage::waitForFrame() { QTRY_VERIFY(m_view->isUpToDate()); }

QImage TimelineStage::picture(const QString& name)
{
    waitForFrame();
    const QImage image = m_view->grab().toImage();
    image.save(screenshotPath(name + QStringLiteral(".png")));
    return image;
}

} // namespace test
