#include "tests/app/programrun.h"
#include "tests/support/oggfiles.h"
#include "tests/support/packets.h"
#include "tests/support/stampedfiles.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTest>
#include <csignal>

using namespace test;

// What the program makes of files that are damaged, endless, too large or not to be touched.
class TestProgramFiles : public ProgramTest {
    Q_OBJECT

private slots:
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
        const QDir directory(folder());
        const QStringList before = directory.entryList(QDir::Files);
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
        QCOMPARE(directory.entryList(QDir::Files), before);
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
        const QDir directory(folder());
        const QStringList before = directory.entryList(QDir::Files);
        QProcess process;
        process.start(QStringLiteral(JITTERSCOPE_PROGRAM),
            {QStringLiteral("export"), file, QStringLiteral("--to"), QStringLiteral("wav"),
                QStringLiteral("-o"), path("interrupted.wav")});
        QTRY_VERIFY_WITH_TIMEOUT(directory.entryList(QDir::Files) != before, 60000);
        ::kill(static_cast<pid_t>(process.processId()), signal);
        QVERIFY(process.waitForFinished(60000));
        QCOMPARE(process.exitCode(), 130);
        QCOMPARE(directory.entryList(QDir::Files), before);
    }

    void nameOfAFileForgesNoSecondLine()
    {
        const Outcome outcome =
            run({QStringLiteral("info"), QStringLiteral("/no/such\njitterscope: all is well")});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.error.count('\n'), 1);
    }
};

QTEST_GUILESS_MAIN(TestProgramFiles)
#include "tst_programfiles.moc"
