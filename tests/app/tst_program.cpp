#include "tests/app/programrun.h"

#include <QFile>
#include <QJsonObject>
#include <QProcess>
#include <QTest>
#include <csignal>

using namespace test;

class TestProgram : public ProgramTest {
    Q_OBJECT

private slots:
    void playNamesAnUnknownDeviceAndThoseThereAre()
    {
        const Outcome outcome = run(
            {QStringLiteral("play"), speech(), QStringLiteral("--device"), QStringLiteral("no such device")});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.error.contains("no such device"), outcome.error.constData());
        QVERIFY2(outcome.error.contains("there are: ") || outcome.error.contains("no sound device was found"),
            outcome.error.constData());
        QCOMPARE(outcome.error.count('\n'), 1);
    }

    void playTellsThatNothingArrived()
    {
        const Outcome outcome = run({QStringLiteral("play"), speech(), QStringLiteral("--set"),
            QStringLiteral("network.loss.rate=1")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(
            outcome.error.contains("no packet is played, so nothing is heard\n"), outcome.error.constData());
    }

    void playWithoutAnySoundSystemIsSilent()
    {
        for (const char* configuration : {"/dev/null", "/no/such/file"}) {
            QProcess process;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(QStringLiteral("ALSA_CONFIG_PATH"), QString::fromLatin1(configuration));
            environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
            environment.remove(QStringLiteral("LANGUAGE"));
            process.setProcessEnvironment(environment);
            process.start(QStringLiteral(JITTERSCOPE_PROGRAM),
                {QStringLiteral("play"), speech(), QStringLiteral("--duration"), QStringLiteral("100ms")});
            QVERIFY(process.waitForFinished(60000));
            QCOMPARE(process.exitStatus(), QProcess::NormalExit);
            QCOMPARE(process.exitCode(), 0);
            const QByteArray error = process.readAllStandardError();
            QCOMPARE(error, QByteArray("jitterscope: No sound device was found. Playing silently.\n"));
        }
    }

    void playEndsByCtrlC()
    {
        QProcess process;
        process.start(QStringLiteral(JITTERSCOPE_PROGRAM), {QStringLiteral("play"), speech()});
        QVERIFY(process.waitForStarted());
        // Two seconds of ten have to be enough to begin; ended before, it ends by the signal as well.
        QVERIFY(!process.waitForFinished(2000));
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(5000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
    }

    void speaksTheLanguageOfTheUser_data()
    {
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("English") << QByteArray("en_GB.UTF-8") << QByteArray("there is no such file");
        QTest::newRow("none") << QByteArray("C") << QByteArray("there is no such file");
        QTest::newRow("not there") << QByteArray("fr_FR.UTF-8") << QByteArray("there is no such file");
        QTest::newRow("German") << QByteArray("de_DE.UTF-8") << QByteArray("diese Datei gibt es nicht");
        QTest::newRow("Austrian") << QByteArray("de_AT.UTF-8") << QByteArray("diese Datei gibt es nicht");
    }
    void speaksTheLanguageOfTheUser()
    {
        QFETCH(QByteArray, language);
        QFETCH(QByteArray, text);
        const Outcome outcome = run({QStringLiteral("info"), path("none.opus")}, {}, language.constData());
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.error.contains(text), outcome.error.constData());
    }

    void machinesReadTheSameInEveryLanguage()
    {
        const QList<QStringList> commands{{QStringLiteral("info"), speech(), QStringLiteral("--json")},
            {QStringLiteral("analyze"), speech(), QStringLiteral("--json")},
            {QStringLiteral("analyze"), speech(), QStringLiteral("--packets"), QStringLiteral("-")},
            {QStringLiteral("analyze"), speech(), QStringLiteral("--timeline"), QStringLiteral("-")}};
        for (const QStringList& command : commands) {
            const Outcome german = run(command, {}, "de_DE.UTF-8");
            QVERIFY(!german.output.isEmpty());
            QCOMPARE(german.output, run(command).output);
        }
    }

    void infoTellsWhatTheFileHolds()
    {
        const Outcome outcome = run({QStringLiteral("info"), speech(), QStringLiteral("--json")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.error.isEmpty());
        const QJsonObject capture = objectOf(outcome.output).value(QLatin1String("capture")).toObject();
        QCOMPARE(capture.value(QLatin1String("format")).toString(), QStringLiteral("ogg"));
        QCOMPARE(capture.value(QLatin1String("packets")).toInt(), 500);
        QCOMPARE(capture.value(QLatin1String("duration_ms")).toDouble(), 9993.5);
        QCOMPARE(capture.value(QLatin1String("pre_skip")).toInt(), 312);
        const Outcome table = run({QStringLiteral("info"), speech()});
        QVERIFY(table.output.contains("Packets:         500\n"));
        QVERIFY(table.output.contains("TITLE=crafted"));
    }

    void analysisIsTheSameBytesTwiceAndItsSumsAgree()
    {
        const QStringList arguments{QStringLiteral("analyze"), speech(), QStringLiteral("--set"),
            QStringLiteral("network.loss.rate=0.05"), QStringLiteral("--seed"), QStringLiteral("7"),
            QStringLiteral("--json")};
        const Outcome first = run(arguments);
        QCOMPARE(first.exitCode, 0);
        QVERIFY(first.error.isEmpty());
        QCOMPARE(run(arguments).output, first.output);
        const QJsonObject statistics = objectOf(first.output).value(QLatin1String("statistics")).toObject();
        const auto value = [&](const char* key) { return statistics.value(QLatin1String(key)).toDouble(-1); };
        QCOMPARE(value("packets_sent"), 500.0);
        QVERIFY(value("packets_lost") > 10 && value("packets_lost") < 45);
        QCOMPARE(value("packets_sent"),
            value("packets_played") + value("packets_lost") + value("packets_late")
                + value("packets_overflow") + value("packets_corrupt"));
        QCOMPARE(value("playout_ms"),
            value("decoded_ms") + value("fec_ms") + value("plc_ms") + value("silence_ms")
                + value("stall_ms"));
        QVERIFY(value("packets_fec_recovered") > 0);
    }

    void analysisJsonHasEveryKeyOfTheDesign()
    {
        const QJsonObject json =
            objectOf(run({QStringLiteral("analyze"), speech(), QStringLiteral("--json")}).output);
        QCOMPARE(json.keys(),
            (QStringList{
                QStringLiteral("capture"), QStringLiteral("scenario"), QStringLiteral("statistics")}));
        const QByteArrayList expected =
            QByteArray("buffer_wait_ms decoded_ms delay_ms fec_ms gaps jitter_rfc3550_ms longest_gap_ms "
                       "packets_corrupt packets_duplicate packets_fec_recovered packets_late packets_lost "
                       "packets_overflow packets_played packets_reordered packets_sent playout_ms plc_ms "
                       "silence_ms stall_ms")
                .split(' ');
        QByteArrayList keys;
        for (const QString& key : json.value(QLatin1String("statistics")).toObject().keys())
            keys.append(key.toLatin1());
        QCOMPARE(keys, expected);
    }

    void fileComesFromStandardInputToo()
    {
        QFile file(speech());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Outcome outcome = run({QStringLiteral("info"), QStringLiteral("-")}, file.readAll());
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.output.contains("Packets:         500\n"));
    }

    void tablesGoToFilesAndToStandardOutput()
    {
        const Outcome piped =
            run({QStringLiteral("analyze"), speech(), QStringLiteral("--packets"), QStringLiteral("-")});
        QCOMPARE(piped.exitCode, 0);
        QCOMPARE(piped.output.count('\n'), 501);
        const QString csv = path("p.csv");
        const Outcome outcome = run({QStringLiteral("analyze"), speech(), QStringLiteral("--json"),
            QStringLiteral("--packets"), csv, QStringLiteral("--timeline"), path("t.csv")});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(!objectOf(outcome.output).isEmpty());
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), piped.output);
        QVERIFY(QFile::exists(path("t.csv")));
    }

    void presetScenarioAndSettingsBuildOnEachOther()
    {
        const QString scenario = write("s.json", R"({"seed": 5, "network": {"delay_ms": 30}})");
        const auto scenarioOf = [&](const QStringList& options) {
            const Outcome outcome =
                run(QStringList{QStringLiteral("analyze"), speech(), QStringLiteral("--json")} + options);
            return objectOf(outcome.output).value(QLatin1String("scenario")).toObject();
        };
        const QJsonObject fromFile = scenarioOf({QStringLiteral("--scenario"), scenario,
            QStringLiteral("--set"), QStringLiteral("network.delay_ms=31")});
        QCOMPARE(fromFile.value(QLatin1String("seed")).toInt(), 5);
        QCOMPARE(
            fromFile.value(QLatin1String("network")).toObject().value(QLatin1String("delay_ms")).toInt(), 31);
        const QJsonObject fromPreset = scenarioOf({QStringLiteral("--preset"), QStringLiteral("busy-wifi"),
            QStringLiteral("--seed"), QStringLiteral("9")});
        QCOMPARE(fromPreset.value(QLatin1String("seed")).toInt(), 9);
        QCOMPARE(
            fromPreset.value(QLatin1String("network")).toObject().value(QLatin1String("delay_ms")).toInt(),
            40);
    }

    void everyExportWritesAFileThatOpensAgain()
    {
        for (const char* kind : {"repaired-ogg", "stamped"}) {
            const QString output = path(kind);
            const Outcome outcome = run({QStringLiteral("export"), speech(), QStringLiteral("--to"),
                QString::fromLatin1(kind), QStringLiteral("-o"), output, QStringLiteral("--set"),
                QStringLiteral("network.loss.rate=0.05")});
            QCOMPARE(outcome.exitCode, 0);
            QVERIFY(outcome.output.isEmpty() && outcome.error.isEmpty());
            QCOMPARE(run({QStringLiteral("info"), output}).exitCode, 0);
        }
    }

    void wrongUseIsOneLineThatNamesTheOption_data()
    {
        QTest::addColumn<QString>("arguments"); // separated by blanks; @ is the file
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("named");
        const auto row = [](const char* arguments, int exitCode, const char* named) {
            QTest::newRow(arguments) << QString::fromLatin1(arguments) << exitCode << QByteArray(named);
        };
        row("info", 2, "FILE");
        row("info @ other", 2, "other");
        row("info /no/such/file", 1, "/no/such/file");
        row("info /", 1, "directory");
        row("info @ --bogus", 2, "bogus");
        row("analyze @ --set network.los=1", 2, "network.los");
        row("analyze @ --set network.loss.rate=2", 2, "network.loss.rate");
        row("analyze @ --set network.loss.rate=x", 2, "network.loss.rate");
        row("analyze @ --set nothing", 2, "--set");
        row("analyze @ --set", 2, "set");
        row("analyze @ --preset nothing", 2, "busy-wifi");
        row("analyze @ --seed -1", 2, "--seed");
        row("analyze @ --seed 18446744073709551616", 2, "--seed");
        row("analyze @ --scenario /no/such/file", 1, "/no/such/file");
        row("analyze @ --scenario @", 1, "JSON");
        row("analyze @ --preset lan --scenario @", 2, "--preset");
        row("analyze @ --json --packets -", 2, "--packets");
        row("analyze @ --packets /no/such/p.csv", 1, "/no/such/p.csv");
        row("analyze @ --packets /", 1, "/");
        row("analyze @ --packets /dev/full", 1, "/dev/full");
        row("export @", 2, "--to");
        row("export @ --to mp3 -o x", 2, "mp3");
        row("export @ --to wav", 2, "-o");
        row("export @ --to wav -o /no/such/a.wav", 1, "/no/such/a.wav");
        row("export @ --to wav -o /dev/full", 1, "/dev/full");
        row("play @ --from soon", 2, "--from");
        row("play @ --from 10.5", 2, "--from");
        row("export @ --to wav -o @", 2, "-o");
        row("analyze @ --packets @", 2, "--packets");
        row("analyze @ --timeline @", 2, "--timeline");
        row("analyze @ --packets t.csv --timeline t.csv", 2, "--timeline");
        row("analyse @", 2, "analyse");
        row("infos @ --json", 2, "infos");
        row("--bogus", 2, "bogus");
        row("@ --preset nothing", 2, "--preset");
        row("@ other", 2, "other");
    }
    void wrongUseIsOneLineThatNamesTheOption()
    {
        QFETCH(QString, arguments);
        QFETCH(int, exitCode);
        QFETCH(QByteArray, named);
        QStringList list = arguments.split(QLatin1Char(' '));
        list.replaceInStrings(QStringLiteral("@"), speech());
        const Outcome outcome = run(list);
        QCOMPARE(outcome.exitCode, exitCode);
        QVERIFY(outcome.output.isEmpty());
        QCOMPARE(outcome.error.count('\n'), 1);
        QVERIFY2(outcome.error.contains(named), outcome.error.constData());
    }

    void helpAndVersionGoToStandardOutput()
    {
        QVERIFY(run({QStringLiteral("--help")}).output.contains("jitterscope analyze FILE"));
        QVERIFY(
            run({QStringLiteral("analyze"), QStringLiteral("--help")}).output.contains("--set KEY=VALUE"));
        QVERIFY(run({QStringLiteral("--version")}).output.startsWith("jitterscope "));
        QCOMPARE(run({QStringLiteral("--version")}).exitCode, 0);
    }

    void withoutADisplayTheWindowTellsWhatToUseInOneLine()
    {
        const QString file = write("a 'file'.opus", {});
        const QByteArray command =
            QByteArray(JITTERSCOPE_PROGRAM) + " analyze '" + folder().toUtf8() + "/a '\\''file'\\''.opus'\n";
        for (const char* display : {static_cast<const char*>(nullptr), ":61234", "nonsense"}) {
            const Outcome outcome = run({file}, {}, "C", display);
            QCOMPARE(outcome.exitCode, 1);
            QCOMPARE(outcome.error.count('\n'), 1);
            QVERIFY2(outcome.error.endsWith(command), outcome.error.constData());
        }
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
