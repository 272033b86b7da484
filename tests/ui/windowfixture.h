#pragma once

#include "core/analysis/analysis.h"
#include "core/analysis/tradeoff.h"
#include "ui/plotpicture.h"
#include "ui/theme.h"

#include <QApplication>
#include <QRegularExpression>
#include <QTest>
#include <memory>

class QWidget;

namespace ui {
class TimelineView;
}

namespace test {

// A capture of 20 ms packets that can't be decoded, but simulated and shown.
[[nodiscard]] std::shared_ptr<const core::Capture> plainCapture(size_t packets);
// The bundled speech sample.
[[nodiscard]] std::shared_ptr<const core::Capture> sampleCapture();
// Roughly a busy Wi-Fi: jitter, bursts of loss, reordering, with a fixed delay.
[[nodiscard]] core::Scenario busyScenario();
[[nodiscard]] std::shared_ptr<const core::Analysis> analysisOf(
    std::shared_ptr<const core::Capture> capture, const core::Scenario& scenario);

// Path of a file in the screenshots folder of the build, which is made.
[[nodiscard]] QString screenshotPath(const QString& fileName);
// Saves what the widget shows as NAME.png in the screenshots folder of the build.
void saveScreenshot(QWidget& widget, const QString& name);
// What the view shows now, when it is recorded; nothing if that never comes.
[[nodiscard]] ui::PlotRecording recorded(ui::TimelineView& view);
[[nodiscard]] QString recordedSvg(ui::TimelineView& view);
// Moves of the mouse as the widget gets them, at once. QTest::mouseMove moves the display's own pointer, and
// the event comes whenever the display sends it.
void moveMouse(QWidget& widget, QPoint to, Qt::MouseButtons pressed = Qt::NoButton,
    Qt::KeyboardModifiers modifiers = Qt::NoModifier);
// With the left button, in a few moves.
void dragMouse(QWidget& widget, QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
// Any warning from now on fails the test, but for what the offscreen platform says of itself.
void failOnWarnings();
// The program's English texts with their plurals, and English numbers.
void speakEnglish();
// Looks at the platform before the application exists: without a display the tests run offscreen.
void choosePlatform();

} // namespace test

#define WINDOW_TEST_MAIN(TestClass)                                                                          \
    int main(int argc, char** argv)                                                                          \
    {                                                                                                        \
        test::choosePlatform();                                                                              \
        QApplication application(argc, argv);                                                                \
        test::speakEnglish();                                                                                \
        ui::applyTheme(ui::ThemeChoice::Dark);                                                               \
        TestClass tests;                                                                                     \
        return QTest::qExec(&tests, argc, argv);                                                             \
    }
