#include "tests/ui/windowfixture.h"

#include "core/capture/open.h"
#include "tests/support/samples.h"
#include "ui/timelineview.h"

#include <QDir>
#include <QMouseEvent>
#include <QTranslator>
#include <QWidget>

// The macro declares a function of the global namespace.
static void initializeResources() { Q_INIT_RESOURCE(translations); }

namespace test {

std::shared_ptr<const core::Capture> plainCapture(size_t packets)
{
    constexpr uint8_t silkWideband20Ms = 9U << 3U;
    core::Capture::Parts parts;
    parts.name = "plain.opus";
    for (size_t i = 0; i < packets; ++i) {
        core::PacketRecord record;
        record.media = core::MediaTime(static_cast<int64_t>(i) * 960);
        record.bytes = 60;
        record.durationSamples = 960;
        record.toc = silkWideband20Ms;
        record.flags = core::HasFec;
        parts.packets.push_back(record);
    }
    parts.payload.resize(60);
    parts.end = core::MediaTime(static_cast<int64_t>(packets) * 960);
    return std::make_shared<core::Capture>(std::move(parts));
}

std::shared_ptr<const core::Capture> sampleCapture()
{
    auto capture = core::openCapture(test::samplePath("speech.opus"));
    return capture ? *capture : nullptr;
}

core::Scenario busyScenario()
{
    core::Scenario scenario;
    scenario.seed = 20261122;
    scenario.network.delay = core::receiverMilliseconds(40);
    scenario.network.jitter = {core::JitterModel::Gamma, core::receiverMilliseconds(18), 0.25, false};
    scenario.network.loss = {core::LossModel::GilbertElliott, 0.03, 2.4};
    scenario.network.reorder.rate = 0.01;
    scenario.network.duplicateRate = 0.002;
    scenario.buffer.strategy = core::Strategy::Fixed;
    scenario.buffer.playoutDelay = core::receiverMilliseconds(80);
    return scenario;
}

std::shared_ptr<const core::Analysis> analysisOf(
    std::shared_ptr<const core::Capture> capture, const core::Scenario& scenario)
{
    auto analysis = core::analyze(std::move(capture), scenario);
    return analysis ? *analysis : nullptr;
}

QString screenshotPath(const QString& fileName)
{
    const QDir folder(QStringLiteral(JITTERSCOPE_SCREENSHOTS));
    folder.mkpath(QStringLiteral("."));
    return folder.filePath(fileName);
}

void saveScreenshot(QWidget& widget, const QString& name)
{
    for (const auto* timeline : widget.findChildren<ui::TimelineView*>())
        QTRY_VERIFY(timeline->isUpToDate());
    QVERIFY(widget.grab().save(screenshotPath(name + QStringLiteral(".png"))));
}

ui::PlotRecording recorded(ui::TimelineView& view)
{
    ui::PlotRecording taken;
    view.record([&taken](const ui::PlotRecording& plot) { taken = plot; });
    (void)QTest::qWaitFor([&taken] { return !taken.layers.isEmpty(); });
    return taken;
}

QString recordedSvg(ui::TimelineView& view)
{
    return QString::fromUtf8(pictureFile(ui::PictureKind::Svg, recorded(view)));
}

void moveMouse(QWidget& widget, QPoint to, Qt::MouseButtons pressed, Qt::KeyboardModifiers modifiers)
{
    QMouseEvent move(QEvent::MouseMove, to, widget.mapToGlobal(to), Qt::NoButton, pressed, modifiers);
    QCoreApplication::sendEvent(&widget, &move);
}

void dragMouse(QWidget& widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    constexpr int moves = 4;
    QTest::mousePress(&widget, Qt::LeftButton, modifiers, from);
    for (int i = 1; i <= moves; ++i)
        moveMouse(widget, from + (to - from) * i / moves, Qt::LeftButton, modifiers);
    QTest::mouseRelease(&widget, Qt::LeftButton, modifiers, to);
}

void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support ).*")));
}

void speakEnglish()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    initializeResources();
    static QTranslator plurals;
    (void)plurals.load(QStringLiteral(":/translations/jitterscope_en.qm"));
    QCoreApplication::installTranslator(&plurals);
}

void choosePlatform()
{
    const bool hasDisplay =
        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (!hasDisplay && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace test
