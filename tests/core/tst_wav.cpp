#include "core/repair/wav.h"

#include "core/base/bytes.h"

#include <QTest>

using namespace core;

class TestWav : public QObject {
    Q_OBJECT
private slots:
    void headerOfStereoByHand()
    {
        const auto header = wavHeader(1000, makeHead(2, 0)).value();
        QCOMPARE(header.size(), size_t{58});
        const Bytes bytes(header);
        QVERIFY(startsWith(bytes, "RIFF"));
        QCOMPARE(readLittleEndian<uint32_t>(bytes.subspan(4)), 50U + 8000U);
        QVERIFY(startsWith(bytes.subspan(8), "WAVEfmt "));
        QCOMPARE(readLittleEndian<uint32_t>(bytes.subspan(16)), 18U);
        QCOMPARE(readLittleEndian<uint16_t>(bytes.subspan(20)), uint16_t{3}); // WAVE_FORMAT_IEEE_FLOAT
        QCOMPARE(readLittleEndian<uint16_t>(bytes.subspan(22)), uint16_t{2});
        QCOMPARE(readLittleEndian<uint32_t>(bytes.subspan(24)), 48000U);
        QCOMPARE(readLittleEndian<uint32_t>(bytes.subspan(28)), 48000U * 8);
        QCOMPARE(readLittleEndian<uint16_t>(bytes.subspan(32)), uint16_t{8});
        QCOMPARE(readLittleEndian<uint16_t>(bytes.subspan(34)), uint16_t{32});
        QVERIFY(startsWith(bytes.subspan(38), "fact"));
        QCOMPARE(readLittleEndian<uint32_t>(bytes.subspan(46)), 1000U);
        QVERIFY(startsWith(bytes.subspan(50), "data"));
        QCOMPARE(readLittleEndian<uint32_t>(bytes.subspan(54)), 8000U);
    }
    void surroundNamesItsSpeakers()
    {
        OpusHead head = makeHead(2, 0);
        head.channels = 6;
        head.mappingFamily = 1;
        const auto header = wavHeader(10, head).value();
        QCOMPARE(header.size(), size_t{80});
        const Bytes bytes(header);
        QCOMPARE(readLittleEndian<uint16_t>(bytes.subspan(20)), uint16_t{0xfffe});
        QCOMPARE(readLittleEndian<uint32_t>(bytes.subspan(40)), 0x3fU);
        QCOMPARE(readLittleEndian<uint16_t>(bytes.subspan(44)), uint16_t{3});
        QCOMPARE(readLittleEndian<uint32_t>(bytes.subspan(76)), 240U);
    }
    void moreThanFourGibibytesAreRefused()
    {
        const OpusHead head = makeHead(1, 0);
        const int64_t most = (int64_t{0xffffffff} - 50) / 4;
        QVERIFY(wavHeader(most, head).has_value());
        QCOMPARE(wavHeader(most + 1, head).error().code, ErrorCode::TooLarge);
    }
};

QTEST_GUILESS_MAIN(TestWav)
#include "tst_wav.moc"
