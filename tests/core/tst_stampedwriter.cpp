#include "core/capture/stamped.h"
#include "tests/support/stampedfiles.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

class TestStampedWriter : public QObject {
    Q_OBJECT
private slots:
    void writesTheDocumentedBytes()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("a.stamped")).toStdString();
        auto writer = StampedWriter::create(path).value();
        const std::vector<uint8_t> frame{0, 0, 0, 0, 0, 0, 3, 0xe8, 0x48};
        QVERIFY(writer.write(0x0102030405060708, frame).has_value());
        QVERIFY(writer.write(std::nullopt, frame).has_value());
        QVERIFY(QDir(folder.path()).entryList({QStringLiteral("a.stamped")}).isEmpty());
        QVERIFY(writer.finish().has_value());
        const std::vector<uint8_t> expected{'O', 'P', 'U', 'S', 'R', 'T', 0, 1, //
            1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 3, 0xe8, 0x48, //
            0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9, 0, 0, 0, 0, 0, 0, 3, 0xe8, 0x48};
        QCOMPARE(readFile(path).value(), expected);
    }

    void writerAndReaderAgreeOverManyRecords()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("a.stamped")).toStdString();
        const auto records =
            recordSeries({.count = 5000, .bytes = 100, .firstDelayUs = 20000, .delayStepUs = 3});
        auto writer = StampedWriter::create(path).value();
        for (const StampedRecord& record : records) {
            const auto frame = makeStampedFrame(record.stampMs, record.packet, record.version).value();
            QVERIFY(writer.write(record.arrivalUs, frame).has_value());
        }
        QVERIFY(writer.finish().has_value());
        const std::vector<uint8_t> file = readFile(path).value();
        QCOMPARE(file, stampedFile(records));
        const Capture::Parts parts = readStamped(file).value();
        QCOMPARE(parts.packets.size(), records.size());
        QCOMPARE(parts.baseDelays.back().ticks(), 4999 * 3);
    }

    void writerThatIsNotFinishedLeavesNothing()
    {
        const QTemporaryDir folder;
        const std::filesystem::path path = folder.filePath(QStringLiteral("a.stamped")).toStdString();
        {
            auto writer = StampedWriter::create(path).value();
            const std::vector<uint8_t> frame(300000);
            QVERIFY(writer.write(1, frame).has_value());
        }
        QVERIFY(QDir(folder.path()).isEmpty());
        QCOMPARE(StampedWriter::create("/no/such/folder/a").error().code, ErrorCode::WriteFailed);
    }
};

QTEST_APPLESS_MAIN(TestStampedWriter)
#include "tst_stampedwriter.moc"
