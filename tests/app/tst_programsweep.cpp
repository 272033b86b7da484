#include "tests/app/programrun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <array>
#include <utility>

using namespace test;

// The command `sweep`.
class TestProgramSweep : public ProgramTest {
    Q_OBJECT

    [[nodiscard]] Outcome sweep(const QStringList& options, const char* language = "C") const
    {
        return run(QStringList{QStringLiteral("sweep"), speech()} + options, {}, language);
    }
    [[nodiscard]] static QJsonObject sweptIn(const Outcome& outcome)
    {
        return objectOf(outcome.output).value(QLatin1String("sweep")).toObject();
    }

private slots:
    void printsATableForPeople()
    {
        const Outcome outcome =
            sweep({QStringLiteral("--vary"), QStringLiteral("network.loss.rate=0:0.1:3")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.error.isEmpty(), outcome.error.constData());
        for (const char* part : {"Mean over 5 seeds from 1 on", "Loss rate  Concealed or stalled",
                 "\n        0 %", "\n        5 %", "\n       10 %", "Mouth-to-ear", "\nBest: 0 %\n"})
            QVERIFY2(outcome.output.contains(part), outcome.output.constData());
    }

    void everyNumberOfOneSeedIsThatOfAnalyze()
    {
        const Outcome swept = sweep({QStringLiteral("--vary"), QStringLiteral("network.loss.rate=0:0.2:3"),
            QStringLiteral("--seeds"), QStringLiteral("1"), QStringLiteral("--json"), QStringLiteral("--set"),
            QStringLiteral("network.jitter.spread_ms=40"), QStringLiteral("--seed"), QStringLiteral("7")});
        QCOMPARE(swept.exitCode, 0);
        QCOMPARE(
            objectOf(swept.output).value(QLatin1String("scenario")).toObject().value(QLatin1String("seed")),
            7);
        const QJsonObject point = sweptIn(swept).value(QLatin1String("points")).toArray().at(1).toObject();
        QCOMPARE(point.value(QLatin1String("value")), 0.1);
        const Outcome single = run({QStringLiteral("analyze"), speech(), QStringLiteral("--json"),
            QStringLiteral("--set"), QStringLiteral("network.loss.rate=0.1"), QStringLiteral("--set"),
            QStringLiteral("network.jitter.spread_ms=40"), QStringLiteral("--seed"), QStringLiteral("7")});
        const QJsonObject statistics = objectOf(single.output).value(QLatin1String("statistics")).toObject();
        const auto of = [&statistics](
                            const char* name) { return statistics.value(QLatin1String(name)).toDouble(-1); };
        const double sent = of("packets_sent");
        const double heard = of("playout_ms");
        const double wait = statistics.value(QLatin1String("buffer_wait_ms"))
                                .toObject()
                                .value(QLatin1String("mean"))
                                .toDouble();
        const std::array<std::pair<const char*, double>, 6> expected{
            {{"lost_share", of("packets_lost") / sent}, {"late_share", of("packets_late") / sent},
                {"gaps", of("gaps")}, {"longest_gap_ms", of("longest_gap_ms")},
                {"concealed_or_stalled_share", (of("plc_ms") + of("silence_ms") + of("stall_ms")) / heard},
                {"buffer_wait_ms", wait}}};
        for (const auto& [name, value] : expected) {
            for (const char* part : {"mean", "min", "max"})
                QCOMPARE(point.value(QLatin1String(name)).toObject().value(QLatin1String(part)).toDouble(-1),
                    value);
        }
    }

    void theSameTwiceIsTheSame()
    {
        const QStringList options{QStringLiteral("--vary"), QStringLiteral("buffer.playout_delay_ms=0:100:6"),
            QStringLiteral("--preset"), QStringLiteral("busy-wifi"), QStringLiteral("--json")};
        const Outcome first = sweep(options);
        QCOMPARE(first.exitCode, 0);
        QCOMPARE(sweep(options).output, first.output);
        QCOMPARE(sweep(options, "de_DE.UTF-8").output, first.output); // machines read no language
        const QJsonObject swept = sweptIn(first);
        QCOMPARE(swept.value(QLatin1String("parameter")), QStringLiteral("buffer.playout_delay_ms"));
        QCOMPARE(swept.value(QLatin1String("seeds")), 5);
        QCOMPARE(swept.value(QLatin1String("points")).toArray().size(), 6);
        QVERIFY(swept.value(QLatin1String("best")).isDouble());
    }

    void anImpossibleValueIsNamedAndTheOthersAreThere()
    {
        const QStringList options{QStringLiteral("--vary"), QStringLiteral("network.loss.rate=0.1:0.9:2"),
            QStringLiteral("--set"), QStringLiteral("network.loss.model=gilbert-elliott")};
        const Outcome table = sweep(options);
        QCOMPARE(table.exitCode, 0);
        QVERIFY2(table.output.contains("90 % is not possible: Loss burst has to be 9 pkt … 1000 pkt\n"),
            table.output.constData());
        const QJsonArray points = sweptIn(sweep(options + QStringList{QStringLiteral("--json")}))
                                      .value(QLatin1String("points"))
                                      .toArray();
        QVERIFY(!points.at(0).toObject().contains(QLatin1String("problem")));
        QCOMPARE(points.at(1).toObject().value(QLatin1String("problem")),
            QStringLiteral("network.loss.burst: 9 … 1000"));
    }

    void whereNothingIsPlayedThereAreNoNumbers()
    {
        const Outcome outcome = sweep(
            {QStringLiteral("--vary"), QStringLiteral("network.loss.rate=0:1:2"), QStringLiteral("--json")});
        const QJsonObject point = sweptIn(outcome).value(QLatin1String("points")).toArray().at(1).toObject();
        QVERIFY(
            point.value(QLatin1String("mouth_to_ear_ms")).toObject().value(QLatin1String("mean")).isNull());
        QCOMPARE(sweptIn(outcome).value(QLatin1String("best")), 0);
    }

    void speaksGerman()
    {
        const Outcome outcome =
            sweep({QStringLiteral("--vary"), QStringLiteral("network.loss.rate=0:0.1:2")}, "de_DE.UTF-8");
        QVERIFY2(outcome.output.contains("Mittel über 5 Startwerte ab 1"), outcome.output.constData());
    }

    void wrongUseIsOneLineThatNamesTheOption_data()
    {
        QTest::addColumn<QString>("arguments"); // separated by blanks, behind the file
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* arguments, const char* named) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << QByteArray(named);
        };
        row("", "--vary");
        row("--vary", "vary");
        row("--vary network.loss.rate", "KEY=FROM:TO:STEPS");
        row("--vary network.loss.rate=0:1", "KEY=FROM:TO:STEPS");
        row("--vary network.loss.rate=0:1:2:3", "KEY=FROM:TO:STEPS");
        row("--vary =0:1:2", "KEY=FROM:TO:STEPS");
        row("--vary network.los=0:1:2", "network.los");
        row("--vary buffer.strategy=0:1:2", "buffer.strategy");
        row("--vary seed=0:1:2", "seed");
        row("--vary network.loss.rate=0:2:11", "0 … 1");
        row("--vary network.loss.rate=x:1:11", "\"x\" is not a number");
        row("--vary network.reorder.gap=1:2.5:11", "whole number");
        row("--vary network.loss.rate=0:1:1", "2 … 101");
        row("--vary network.loss.rate=0:1:102", "2 … 101");
        row("--vary network.loss.rate=0:1:3.5", "2 … 101");
        row("--vary network.loss.rate=0:1:2 --seeds 0", "--seeds");
        row("--vary network.loss.rate=0:1:2 --seeds 101", "1 … 100");
        row("--vary network.loss.rate=0:1:2 --seeds many", "--seeds");
        row("--vary network.loss.rate=0:1:2 --vary network.delay_ms=0:1:2", "--vary");
        row("--vary network.loss.rate=0:1:2 --set network.delay_ms=-1", "network.delay_ms");
        row("--vary network.loss.rate=0:1:2 --bogus", "bogus");
    }
    void wrongUseIsOneLineThatNamesTheOption()
    {
        QFETCH(QString, arguments);
        QFETCH(QByteArray, named);
        const Outcome outcome = sweep(arguments.split(QLatin1Char(' '), Qt::SkipEmptyParts));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.output.isEmpty());
        QCOMPARE(outcome.error.count('\n'), 1);
        QVERIFY2(outcome.error.contains(named), outcome.error.constData());
    }

    void aFileThatIsNotThereIsTold()
    {
        const Outcome outcome = run({QStringLiteral("sweep"), path("none.opus"), QStringLiteral("--vary"),
            QStringLiteral("network.loss.rate=0:1:2")});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.error.contains("none.opus"));
        QCOMPARE(run({QStringLiteral("sweep")}).exitCode, 2);
        QVERIFY(run({QStringLiteral("--help")})
                    .output.contains("jitterscope sweep FILE --vary KEY=FROM:TO:STEPS"));
    }
};

QTEST_GUILESS_MAIN(TestProgramSweep)
#include "tst_programsweep.moc"
