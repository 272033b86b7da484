#pragma once

#include "tests/ui/windowfixture.h"
#include "ui/mainwindow.h"

#include <QCoreApplication>
#include <QTest>
#include <memory>

namespace test {

// A window that shows an analysis of the sample, without an application behind it.
struct Shown {
    explicit Shown(QSize size = {1440, 900})
    {
        window.resize(size);
        window.setPresets({QStringLiteral("LAN"), QStringLiteral("Busy Wi-Fi")});
        window.showDevices({QStringLiteral("Built-in Audio Analog")}, {});
        window.show();
        window.activateWindow(); // without a window manager nobody else does
        (void)QTest::qWaitForWindowActive(&window);
    }

    void showSample(const core::Scenario& scenario = busyScenario())
    {
        capture = sampleCapture();
        QVERIFY(capture != nullptr);
        analysis = analysisOf(capture, scenario);
        QVERIFY(analysis != nullptr);
        window.setScenario(scenario);
        window.setPresetName(QStringLiteral("Busy Wi-Fi"));
        window.showCapture(capture);
        window.showAnalysis(
            analysis, std::make_shared<core::PlotLevels>(core::PlotLevels::build(*analysis)), 9.4);
        window.showTradeOff(std::make_shared<core::TradeOff>(core::TradeOff::build(*analysis)));
        QCoreApplication::processEvents();
    }

    ui::MainWindow window;
    std::shared_ptr<const core::Capture> capture;
    std::shared_ptr<const core::Analysis> analysis;
};

} // namespace test
