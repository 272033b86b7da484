#include "app/playcommand.h"
#include "app/playprogress.h"
#include "tests/support/plaincapture.h"

#include <QTest>

using app::parseTime;
using app::PlayProgress;
using core::ReceiverTime;

namespace {

// Twenty packets of 20 ms without a network, played 60 ms after they were sent.
std::shared_ptr<const core::Analysis> plainAnalysis(double lossRate)
{
    core::Scenario scenario;
    scenario.network.loss.rate = lossRate;
    scenario.buffer.strategy = core::Strategy::Fixed;
    auto analysis = core::analyze(core::plainCapture(20, core::mediaMilliseconds(20)), scenario);
    return analysis ? *analysis : nullptr;
}

QString lineAt(const std::shared_ptr<const core::Analysis>& analysis, int64_t timeUs, float level = 0)
{
    ui::Playback playback;
    playback.position = ReceiverTime(timeUs);
    playback.level = level;
    return PlayProgress(analysis).line(playback);
}

} // namespace

class TestPlayCommand : public QObject {
    Q_OBJECT

private slots:
    void understandsTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("expectedUs");
        const auto row = [](const char* text, qint64 expectedUs) {
            QTest::newRow(text) << QString::fromLatin1(text) << expectedUs;
        };
        row("0", 0);
        row("12", 12000000);
        row("12s", 12000000);
        row("12.34", 12340000);
        row("12,34", 12340000);
        row("250ms", 250000);
        row("2.5ms", 2500);
        row("1:02", 62000000);
        row("1:02.5", 62500000);
        row("90:00", 5400000000);
        row("1:00:00", 3600000000);
    }
    void understandsTimes()
    {
        QFETCH(const QString, text);
        QFETCH(const qint64, expectedUs);
        const auto time = parseTime(text);
        QVERIFY(time.has_value());
        QCOMPARE(time->ticks(), expectedUs);
    }

    void refusesWhatIsNoTime()
    {
        for (const char* text :
            {"", "soon", "-1", "1:60", "1:60:00", "1.2.3", "12 s", "1e3", "ms", ":30", "99999999999999"})
            QVERIFY2(!parseTime(QString::fromLatin1(text)), text);
    }

    void tellsPositionBufferAndPacket()
    {
        const auto analysis = plainAnalysis(0);
        QVERIFY(analysis != nullptr);
        const QString line = lineAt(analysis, analysis->timeline.start().ticks() + 105000);
        QVERIFY2(line.contains(QStringLiteral("packet 5 played")), qPrintable(line));
        QVERIFY2(line.startsWith(QStringLiteral("00:00.105 / 00:00.400")), qPrintable(line));
        QVERIFY2(line.contains(QStringLiteral("60 ms")), qPrintable(line));
    }

    void tellsLossAndRepair()
    {
        const auto analysis = plainAnalysis(1);
        const QString line = lineAt(analysis, analysis->timeline.start().ticks());
        QVERIFY2(line.isEmpty() || line.contains(QStringLiteral("lost, ")), qPrintable(line));
    }

    void showsTheLevelInEightSteps()
    {
        const auto analysis = plainAnalysis(0);
        QVERIFY(lineAt(analysis, 0, 1).contains(QStringLiteral("[########]")));
        QVERIFY(lineAt(analysis, 0, 0).contains(QStringLiteral("[........]")));
    }
};

QTEST_GUILESS_MAIN(TestPlayCommand)
#include "tst_playcommand.moc"
