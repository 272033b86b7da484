#include "core/capture/stamped.h"

#include <QTest>
#include <limits>

using namespace core;

namespace {
const std::vector<uint8_t> packet{0x48, 1, 2};
}

class TestStampedFrame : public QObject {
    Q_OBJECT
private slots:
    void firstByteTellsTheVersions()
    {
        const std::vector<uint8_t> v0{0, 0, 1, 0x8b, 0xcf, 0xe5, 0x68, 0, 0x48, 1, 2};
        const std::vector<uint8_t> v1{1, 0, 1, 0x8b, 0xcf, 0xe5, 0x68, 0, 0x48, 1, 2};
        const StampedFrame first = parseStampedFrame(v0).value();
        const StampedFrame second = parseStampedFrame(v1).value();
        QCOMPARE(first.stampMs, INT64_C(1700000000000));
        QCOMPARE(second.stampMs, INT64_C(1700000000000));
        QVERIFY(first.version == StampVersion::V0);
        QVERIFY(second.version == StampVersion::V1);
        QCOMPARE(std::vector<uint8_t>(second.packet.begin(), second.packet.end()), packet);
    }

    void fewerThanNineBytesAreNoFrame()
    {
        const std::vector<uint8_t> bytes(9);
        for (size_t size = 0; size < 9; ++size)
            QCOMPARE(parseStampedFrame(Bytes(bytes).first(size)).error().code, ErrorCode::InvalidValue);
        QVERIFY(parseStampedFrame(bytes).has_value());
    }

    void whatIsMadeIsParsed_data()
    {
        QTest::addColumn<qint64>("stamp");
        QTest::addColumn<bool>("isVersionOne");
        QTest::newRow("zero") << qint64(0) << false;
        QTest::newRow("negative") << qint64(-5) << false;
        QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << false;
        QTest::newRow("largest") << std::numeric_limits<qint64>::max() << false;
        QTest::newRow("version 1, zero") << qint64(0) << true;
        QTest::newRow("version 1, largest") << (qint64(1) << 56) - 1 << true;
    }
    void whatIsMadeIsParsed()
    {
        QFETCH(qint64, stamp);
        QFETCH(bool, isVersionOne);
        const StampVersion version = isVersionOne ? StampVersion::V1 : StampVersion::V0;
        const std::vector<uint8_t> bytes = makeStampedFrame(stamp, packet, version).value();
        const StampedFrame frame = parseStampedFrame(bytes).value();
        QCOMPARE(frame.stampMs, int64_t(stamp));
        QVERIFY(frame.version == version);
        QCOMPARE(std::vector<uint8_t>(frame.packet.begin(), frame.packet.end()), packet);
    }

    void stampThatWouldReadAsTheOtherVersionIsRefused()
    {
        QCOMPARE(
            makeStampedFrame(int64_t(1) << 56, packet, StampVersion::V0).error().code, ErrorCode::OutOfRange);
        QCOMPARE(makeStampedFrame(-1, packet, StampVersion::V1).error().code, ErrorCode::OutOfRange);
        QCOMPARE(
            makeStampedFrame(int64_t(1) << 56, packet, StampVersion::V1).error().code, ErrorCode::OutOfRange);
    }
};

QTEST_APPLESS_MAIN(TestStampedFrame)
#include "tst_stampedframe.moc"
