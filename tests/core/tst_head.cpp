#include "core/opus/head.h"

#include <QTest>

using namespace core;

namespace {

OpusHead surround()
{
    OpusHead head;
    head.channels = 6;
    head.preSkip = 312;
    head.inputSampleRate = 44100;
    head.gainQ8 = -1536;
    head.mappingFamily = 1;
    head.streams = 4;
    head.coupledStreams = 2;
    constexpr std::array<uint8_t, 6> mapping{0, 4, 1, 2, 3, 255};
    std::copy(mapping.begin(), mapping.end(), head.mapping.begin());
    return head;
}

QByteArray broken(std::vector<uint8_t> bytes, size_t offset, uint8_t value)
{
    bytes[offset] = value;
    const auto head = parseHead(bytes);
    return head ? QByteArray("valid") : QByteArray::fromStdString(head.error().detail);
}

OpusTags someTags() { return {"libopus 1.3.1", {"TITLE=Ω", "", "ARTIST=nobody"}}; }

} // namespace

class TestHead : public QObject {
    Q_OBJECT
private slots:
    void headOfEachFamilyIsReadBack()
    {
        OpusHead discrete = surround();
        discrete.mappingFamily = 255;
        for (const OpusHead& head : {makeHead(1, 312), makeHead(2, 3840), surround(), discrete})
            QCOMPARE(parseHead(serialized(head)).value(), head);
        QCOMPARE(serialized(makeHead(2, 312)).size(), size_t(19));
    }

    void fieldsStandWhereTheSpecificationPutsThem()
    {
        const std::vector<uint8_t> expected{'O', 'p', 'u', 's', 'H', 'e', 'a', 'd', 1, 6, 0x38, 0x01, 0x44,
            0xac, 0, 0, 0x00, 0xfa, 1, 4, 2, 0, 4, 1, 2, 3, 255};
        QCOMPARE(serialized(surround()), expected);
    }

    void wrongFieldIsNamed()
    {
        const auto plain = serialized(makeHead(2, 312));
        const auto mapped = serialized(surround());
        QCOMPARE(broken(plain, 8, 15), "valid");
        QCOMPARE(broken(plain, 8, 16), "version");
        QCOMPARE(broken(plain, 9, 0), "channels");
        QCOMPARE(broken(plain, 9, 3), "channels");
        QCOMPARE(broken(mapped, 9, 9), "channels");
        QCOMPARE(broken(mapped, 9, 7), "length");
        QCOMPARE(broken(mapped, 18, 3), "mapping family 3");
        QCOMPARE(broken(mapped, 19, 0), "streams");
        QCOMPARE(broken(mapped, 20, 5), "coupled streams");
        QCOMPARE(broken(mapped, 21, 6), "mapping");
        QCOMPARE(broken(mapped, 21, 255), "valid");
        QCOMPARE(parseHead(std::vector<uint8_t>{'O', 'p'}).error().code, ErrorCode::UnknownFormat);
        QCOMPARE(broken(plain, 0, 'o'), "");
    }

    void headCutShortIsRefused()
    {
        const auto bytes = serialized(surround());
        for (size_t size = 0; size < bytes.size(); ++size)
            QVERIFY(!parseHead(Bytes(bytes).first(size)).has_value());
    }

    void reservedFamilyIsReadLikeDiscreteChannels()
    {
        OpusHead head = surround();
        head.mappingFamily = 2;
        QCOMPARE(parseHead(serialized(head)).value().streams, 4);
    }

    void tagsAreReadBack()
    {
        QCOMPARE(parseTags(serialized(someTags())).value(), someTags());
        QCOMPARE(parseTags(serialized(OpusTags())).value(), OpusTags());
        // Padding behind the comments is no damage (RFC 7845 §5.2).
        auto padded = serialized(someTags());
        padded.insert(padded.end(), 100, 0);
        QCOMPARE(parseTags(padded).value(), someTags());
    }

    void tagsCutShortAreRefusedWithThePlace()
    {
        const auto bytes = serialized(someTags());
        for (size_t size = 0; size < bytes.size(); ++size) {
            const auto tags = parseTags(Bytes(bytes).first(size));
            QVERIFY(!tags.has_value());
            QVERIFY(!tags.error().byteOffset || *tags.error().byteOffset <= size);
        }
    }

    void hugeLengthsInTagsAreRefused()
    {
        auto bytes = serialized(someTags());
        for (const size_t offset : {size_t(8), size_t(25)}) {
            auto damaged = bytes;
            for (size_t i = 0; i < 4; ++i)
                damaged[offset + i] = 0xff;
            QCOMPARE(parseTags(damaged).error().code, ErrorCode::InvalidValue);
        }
    }
};

QTEST_APPLESS_MAIN(TestHead)
#include "tst_head.moc"
