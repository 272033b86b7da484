#include "core/repair/csv.h"

#include "core/base/file.h"
#include "core/capture/open.h"
#include "tests/support/packets.h"
#include "tests/support/stampedfiles.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

namespace {

// Three packets of 20 ms: the second arrives late, the third is corrupt; the first comes twice.
std::shared_ptr<const Analysis> crafted()
{
    auto records = recordSeries({.count = 4, .bytes = 8, .firstDelayUs = 0});
    *records[1].arrivalUs += 50000;
    records[3].packet = {0x49, 1};
    records.push_back(records[0]);
    *records[4].arrivalUs += 1000;
    Scenario scenario;
    scenario.buffer.strategy = Strategy::Fixed;
    scenario.buffer.playoutDelay = receiverMilliseconds(10);
    scenario.concealment = Concealment::Plc;
    return analyze(parseCapture(stampedFile(records), "crafted").value(), scenario).value();
}

QByteArray contentOf(const std::filesystem::path& path)
{
    const std::vector<uint8_t> bytes = readFile(path).value();
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT
private slots:
    void packetsAreARowEach()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("p.csv")).toStdString();
        QVERIFY(writePacketsCsv(*crafted(), path).has_value());
        QCOMPARE(contentOf(path),
            QByteArray(
                "index,sequence,media_us,duration_us,bytes,send_us,arrival_us,due_us,playout_us,fate,repair\n"
                "0,,0,20000,9,0,0,10000,10000,played,\n"
                "1,,20000,20000,9,20000,70000,30000,,late,plc\n"
                "2,,40000,20000,9,40000,40000,50000,50000,played,\n"
                "3,,60000,,2,60000,60000,70000,,corrupt,\n"));
    }

    void timelineIsARowAnEvent()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("t.csv")).toStdString();
        QVERIFY(writeTimelineCsv(*crafted(), path).has_value());
        QCOMPARE(contentOf(path),
            QByteArray("start_us,duration_us,media_us,kind,packet,cause,repair\n"
                       "10000,20000,0,packet,0,,\n"
                       "30000,20000,20000,loss,,late,plc\n"
                       "50000,20000,40000,packet,2,,\n"));
    }

    void cancelledTableLeavesNothing()
    {
        const QTemporaryDir folder;
        std::stop_source source;
        source.request_stop();
        const auto written = writePacketsCsv(*crafted(),
            folder.filePath(QStringLiteral("p.csv")).toStdString(), JobControl(source.get_token()));
        QCOMPARE(written.error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void fullDeviceIsAnError()
    {
        QCOMPARE(writePacketsCsv(*crafted(), "/dev/full").error().code, ErrorCode::WriteFailed);
        QCOMPARE(writeTimelineCsv(*crafted(), "/no/such/t.csv").error().code, ErrorCode::WriteFailed);
    }
};

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
