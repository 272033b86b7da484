#include "tests/support/oggfiles.h"
#include "tests/support/packets.h"
#include "tests/support/stampedfiles.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <csignal>

namespace {

struct Outcome {
    int exitCode = -1;
    QByteArray output;
    QByteArray error;
};

// Runs the program as a shell would, without a display or with one of a name that nothing stands behind.
Outcome run(const QStringList& arguments, const QByteArray& input = {}, const char* language = "C",
    const char* display = nullptr)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name :
        {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE", "LC_ALL", "LC_MESSAGES"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("LANG"), QString::fromLatin1(language));
    if (display)
        environment.insert(QStringLiteral("DISPLAY"), QString::fromLatin1(display));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(JITTERSCOPE_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray bytesOf(const std::vector<uint8_t>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject objectOf(const QByteArray& json) { return QJsonDocument::fromJson(json).object(); }

} // namespace

class TestProgram : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    QString write(const char* name, const QByteArray& content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("can't write %s", name);
        return file.fileName();
    }
    QString speech() const { return path("speech.opus"); }

private slots:
    void initTestCase()
    {
        core::OggParts parts;
        parts.packets = core::encodedPackets({.sound = core::Sound::Speech, .count = 500, .hasFec = true});
        write("speech.opus", bytesOf(core::makeOggFile(parts)));
    }

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

    void unreadableFileIsOneClearLineAndExitCodeOne_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("JPEG named .opus")
            << QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000") + QByteArray(2000, 'x');
        QTest::newRow("text") << QByteArray("Dear reader\n");
        QTest::newRow("zeros") << QByteArray(5000, '\0');
        QTest::newRow("head of an Ogg page") << QByteArray("OggS");
        QTest::newRow("magic alone") << QByteArray("OPUSRT\0\1", 8);
        QByteArray random(5000, '\0');
        quint32 state = 1;
        for (char& byte : random)
            byte = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
        QTest::newRow("random") << random;
    }
    void unreadableFileIsOneClearLineAndExitCodeOne()
    {
        QFETCH(QByteArray, content);
        const QString file = write("bad.opus", content);
        for (const QStringList& command :
            {QStringList{QStringLiteral("info"), file}, QStringList{QStringLiteral("analyze"), file},
                QStringList{QStringLiteral("export"), file, QStringLiteral("--to"), QStringLiteral("wav"),
                    QStringLiteral("-o"), path("never.wav")}}) {
            const Outcome outcome = run(command);
            QCOMPARE(outcome.exitCode, 1);
            QVERIFY(outcome.output.isEmpty());
            QCOMPARE(outcome.error.count('\n'), 1);
            QVERIFY(outcome.error.startsWith(QByteArray("jitterscope: " + file.toUtf8() + ": ")));
        }
        QVERIFY(!QFile::exists(path("never.wav")));
    }

    void endlessInputIsRefused()
    {
        const Outcome outcome = run({QStringLiteral("info"), QStringLiteral("/dev/zero")});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.error, QByteArray("jitterscope: /dev/zero: is too large; the limit is 1 GiB\n"));
    }

    void fileBeyondTheMemoryIsRefused()
    {
        QFile large(path("large.opus"));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(qint64(7) << 30));
        QProcess process;
        process.start(QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"), QStringLiteral("ulimit -v 4000000; exec \"$0\" info \"$1\""),
                QStringLiteral(JITTERSCOPE_PROGRAM), large.fileName()});
        QVERIFY(process.waitForFinished(60000));
        large.remove();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QByteArray error = process.readAllStandardError();
        QVERIFY2(error.contains("large.opus: needs more memory"), error.constData());
        QCOMPARE(error.count('\n'), 1);
    }

    void closedStandardStreamIsNoOtherFile()
    {
        QProcess process;
        process.start(QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"), QStringLiteral("exec \"$0\" info - <&-"),
                QStringLiteral(JITTERSCOPE_PROGRAM)});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 1);
        QVERIFY(process.readAllStandardError().contains("standard input: byte 0: can't be read: Bad file"));
    }

    void sourceIsNotReplacedThroughAnyOfItsNames()
    {
        const QByteArray content = contentOf(speech());
        QVERIFY(QFile::link(speech(), path("link.opus")));
        const QStringList toWav{QStringLiteral("--to"), QStringLiteral("wav"), QStringLiteral("-o")};
        const Outcome throughLink =
            run(QStringList{QStringLiteral("export"), speech()} + toWav + QStringList{path("link.opus")});
        QCOMPARE(throughLink.exitCode, 2);
        QCOMPARE(contentOf(speech()), content);
        QProcess process;
        process.setStandardInputFile(speech());
        process.start(QStringLiteral(JITTERSCOPE_PROGRAM),
            QStringList{QStringLiteral("export"), QStringLiteral("-")} + toWav + QStringList{speech()});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 2);
        QCOMPARE(contentOf(speech()), content);
    }

    void exportNamesTheFileThatIsToBlame()
    {
        core::OggParts parts;
        parts.packets = core::encodedPackets({.sound = core::Sound::Speech, .count = 3});
        parts.head.mappingFamily = 2;
        const QString file = write("ambisonics.opus", bytesOf(core::makeOggFile(parts)));
        const Outcome outcome = run({QStringLiteral("export"), file, QStringLiteral("--to"),
            QStringLiteral("wav"), QStringLiteral("-o"), path("never.wav")});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.error.contains("ambisonics.opus: is not supported: mapping family 2"),
            outcome.error.constData());
    }

    void truncatedFileIsReadOrRefusedButNeverCrashes()
    {
        const QByteArray content = contentOf(speech());
        for (qsizetype size = 1; size < content.size(); size += content.size() / 25) {
            const Outcome outcome = run(
                {QStringLiteral("analyze"), write("cut.opus", content.left(size)), QStringLiteral("--json")});
            QVERIFY(outcome.exitCode == 0 || outcome.exitCode == 1);
            QCOMPARE(outcome.error.count('\n'), outcome.exitCode);
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

    void damageIsListedWithPlaceAndDoesNotFail()
    {
        auto records = core::recordSeries({.count = 10});
        records[4].packet = {0x49, 1};
        const QString file = write("damaged.stamped", bytesOf(core::stampedFile(records)));
        const Outcome table = run({QStringLiteral("info"), file});
        QCOMPARE(table.exitCode, 0);
        QVERIFY(table.output.contains("Anomalies:       1\n"));
        QVERIFY(table.output.contains("0.080 s: Not a valid Opus packet (2 bytes)\n"));
        const QJsonArray anomalies =
            objectOf(run({QStringLiteral("info"), file, QStringLiteral("--json")}).output)
                .value(QLatin1String("anomalies"))
                .toArray();
        QCOMPARE(anomalies.size(), 1);
        QCOMPARE(anomalies.at(0).toObject().value(QLatin1String("kind")).toString(),
            QStringLiteral("invalid-packet"));
    }

    void exportBeyondTheLimitOfFilesLeavesNothing()
    {
        const QDir folder(m_folder.path());
        const QStringList before = folder.entryList(QDir::Files);
        QProcess process;
        process.start(QStringLiteral("/bin/sh"),
            {QStringLiteral("-c"),
                QStringLiteral("ulimit -f 100; exec \"$0\" export \"$1\" --to wav -o \"$2\""),
                QStringLiteral(JITTERSCOPE_PROGRAM), speech(), path("limited.wav")});
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 1);
        const QByteArray error = process.readAllStandardError();
        QVERIFY2(error.contains("limited.wav: can't be written"), error.constData());
        QCOMPARE(folder.entryList(QDir::Files), before);
    }

    void interruptedExportLeavesNothing_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("Control-C") << SIGINT;
        QTest::newRow("request to end") << SIGTERM;
        QTest::newRow("end of the terminal") << SIGHUP;
    }
    void interruptedExportLeavesNothing()
    {
        QFETCH(int, signal);
        QByteArray hour;
        for (int i = 0; i < 180000; ++i)
            hour += QByteArray::fromHex(
                "00000009" + QByteArray::number(i * 20, 16).rightJustified(16, '0') + "f8");
        const QString file = write("hour.stamped", hour);
        const QDir folder(m_folder.path());
        const QStringList before = folder.entryList(QDir::Files);
        QProcess process;
        process.start(QStringLiteral(JITTERSCOPE_PROGRAM),
            {QStringLiteral("export"), file, QStringLiteral("--to"), QStringLiteral("wav"),
                QStringLiteral("-o"), path("interrupted.wav")});
        QTRY_VERIFY_WITH_TIMEOUT(folder.entryList(QDir::Files) != before, 60000);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(folder.entryList(QDir::Files), before);
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
        const QByteArray command = QByteArray(JITTERSCOPE_PROGRAM) + " analyze '" + m_folder.path().toUtf8()
            + "/a '\\''file'\\''.opus'\n";
        for (const char* display : {static_cast<const char*>(nullptr), ":61234", "nonsense"}) {
            const Outcome outcome = run({file}, {}, "C", display);
            QCOMPARE(outcome.exitCode, 1);
            QCOMPARE(outcome.error.count('\n'), 1);
            QVERIFY2(outcome.error.endsWith(command), outcome.error.constData());
        }
    }

    void nameOfAFileForgesNoSecondLine()
    {
        const Outcome outcome =
            run({QStringLiteral("info"), QStringLiteral("/no/such\njitterscope: all is well")});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.error.count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
