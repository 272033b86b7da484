#include "core/ogg/reader.h"
#include "tests/support/oggfiles.h"
#include "tests/support/oggstreams.h"
#include "tests/support/packets.h"

#include <QTest>
#include <algorithm>

using namespace core;

namespace {

std::vector<AnomalyKind> kinds(const OpusStream& stream)
{
    std::vector<AnomalyKind> result;
    for (const Anomaly& anomaly : stream.anomalies)
        result.push_back(anomaly.kind);
    return result;
}

const Anomaly* find(const OpusStream& stream, AnomalyKind kind)
{
    const auto found = std::find_if(stream.anomalies.begin(), stream.anomalies.end(),
        [kind](const Anomaly& anomaly) { return anomaly.kind == kind; });
    return found == stream.anomalies.end() ? nullptr : &*found;
}

size_t missing(const OpusStream& stream)
{
    return static_cast<size_t>(std::count_if(stream.packets.begin(), stream.packets.end(),
        [](const StreamPacket& packet) { return packet.isMissing; }));
}

uint64_t offsetOfPage(const std::vector<ByteVector>& pages, size_t page)
{
    uint64_t offset = 0;
    for (size_t i = 0; i < page; ++i)
        offset += pages[i].size();
    return offset;
}

// What must hold for whatever was read.
bool isSane(const OpusStream& stream, size_t fileBytes)
{
    MediaTime position;
    for (const StreamPacket& packet : stream.packets) {
        if (packet.media != position || packet.payloadOffset + packet.bytes > stream.payload.size())
            return false;
        if (packet.durationSamples < 120 || packet.durationSamples > 5760 + 120)
            return false;
        position += MediaSpan(packet.durationSamples);
    }
    uint64_t offset = 0;
    for (const Anomaly& anomaly : stream.anomalies) {
        if (anomaly.byteOffset > fileBytes || anomaly.byteOffset < offset)
            return false;
        offset = anomaly.byteOffset;
    }
    return stream.end <= position && stream.end.ticks() >= 0;
}

} // namespace

class TestOggDamage : public QObject {
    Q_OBJECT
private slots:
    void lostPageIsAHoleOfMissingPackets()
    {
        const OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        pages.erase(pages.begin() + 3); // packets 10 … 19
        const auto stream = readOpusStream(joined(pages)).value();
        QCOMPARE(kinds(stream), (std::vector{AnomalyKind::MissingPages, AnomalyKind::MissingAudio}));
        QCOMPARE(stream.anomalies[0].byteOffset, offsetOfPage(pages, 3));
        QCOMPARE(stream.anomalies[0].amount, int64_t(1));
        QCOMPARE(stream.anomalies[1].amount, int64_t(9600));
        QCOMPARE(stream.anomalies[1].media, std::optional(MediaTime(9600)));
        QCOMPARE(stream.packets.size(), size_t(40));
        for (size_t i = 0; i < 40; ++i) {
            QCOMPARE(stream.packets[i].isMissing, i >= 10 && i < 20);
            QCOMPARE(stream.packets[i].media, MediaTime(static_cast<int64_t>(i) * 960));
        }
        QCOMPARE(payload(stream, 20), parts.packets[20]);
    }

    void lostFirstAudioPageIsAHoleToo()
    {
        auto pages = makeOggPages(smallFile());
        pages.erase(pages.begin() + 2);
        const auto stream = readOpusStream(joined(pages)).value();
        QCOMPARE(stream.packets.size(), size_t(40));
        QCOMPARE(missing(stream), size_t(10));
        QVERIFY(stream.packets[0].isMissing);
    }

    void damagedPageIsReportedWithItsPlaceAndReadOn()
    {
        const OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        pages[3][100] ^= 1U;
        const auto stream = readOpusStream(joined(pages)).value();
        QCOMPARE(stream.anomalies[0].kind, AnomalyKind::BadChecksum);
        QCOMPARE(stream.anomalies[0].byteOffset, offsetOfPage(pages, 3));
        QCOMPARE(stream.anomalies[0].amount, static_cast<int64_t>(pages[3].size()));
        QCOMPARE(stream.anomalies[0].media, std::optional(MediaTime(9600)));
        QCOMPARE(stream.packets.size(), size_t(40));
        QCOMPARE(missing(stream), size_t(10));
    }

    void holeInsideAPacketLosesThatPacketOnly()
    {
        OggParts parts;
        parts.packets = numberedPackets(20, 600); // 3 segments each
        parts.segmentsPerPage = 4;
        auto pages = makeOggPages(parts);
        pages.erase(pages.begin() + 5);
        const auto stream = readOpusStream(joined(pages)).value();
        QCOMPARE(stream.packets.size(), size_t(20));
        for (size_t i = 0; i < 20; ++i) {
            if (!stream.packets[i].isMissing)
                QCOMPARE(payload(stream, i), parts.packets[i]);
        }
        QVERIFY(missing(stream) >= 1 && missing(stream) <= 3);
        QCOMPARE(stream.end, MediaTime(20 * 960));
    }

    void holeBeforeTheTrimmedEndHoldsWholePackets()
    {
        OggParts parts = smallFile();
        parts.endTrim = 500;
        auto pages = makeOggPages(parts);
        pages.erase(pages.begin() + 4);
        const auto stream = readOpusStream(joined(pages)).value();
        QCOMPARE(stream.packets.size(), size_t(40));
        QCOMPARE(missing(stream), size_t(10));
        QCOMPARE(int(stream.packets[29].durationSamples), 960);
        QCOMPARE(stream.end, MediaTime(40 * 960 - 500));
    }

    void junkBetweenPagesIsPassedOver()
    {
        const OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        ByteVector junk(1000, 'O');
        pages.insert(pages.begin() + 3, junk);
        pages.insert(pages.begin(), {1, 2, 3});
        pages.push_back({9, 9});
        const ByteVector file = joined(pages);
        const auto stream = readOpusStream(file).value();
        QCOMPARE(kinds(stream), std::vector(3, AnomalyKind::Junk));
        QCOMPARE(stream.anomalies[0].amount, int64_t(3));
        QCOMPARE(stream.anomalies[0].media, std::nullopt);
        QCOMPARE(stream.anomalies[1].byteOffset, offsetOfPage(pages, 4));
        QCOMPARE(stream.anomalies[1].amount, int64_t(1000));
        QCOMPARE(stream.anomalies[2].byteOffset, file.size() - 2);
        QCOMPARE(present(stream), parts.packets);
    }

    void repeatedPageIsPassedOver()
    {
        const OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        pages.insert(pages.begin() + 4, pages[3]);
        const auto stream = readOpusStream(joined(pages)).value();
        QCOMPARE(present(stream), parts.packets);
        QCOMPARE(kinds(stream), std::vector{AnomalyKind::Junk});
    }

    void otherStreamsArePassedOver()
    {
        const OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        PageParts foreign = pageOf({{0x80, 't', 'h', 'e', 'o', 'r', 'a'}}, 0, 0);
        foreign.serial = 7;
        foreign.isFirst = true;
        pages.insert(pages.begin(), makePage(foreign));
        foreign.isFirst = false;
        for (const size_t at : {3, 5, 6}) {
            ++foreign.sequence;
            pages.insert(pages.begin() + static_cast<std::ptrdiff_t>(at), makePage(foreign));
        }
        const auto stream = readOpusStream(joined(pages)).value();
        QCOMPARE(kinds(stream), std::vector{AnomalyKind::ForeignStream});
        QCOMPARE(stream.anomalies[0].amount, int64_t(4));
        QCOMPARE(present(stream), parts.packets);
    }

    void secondLinkOfAChainIsPassedOver()
    {
        const OggParts parts = smallFile();
        for (const uint32_t serial : {parts.serial, parts.serial + 1}) {
            OggParts second = parts;
            second.serial = serial;
            ByteVector file = makeOggFile(parts);
            const uint64_t firstBytes = file.size();
            const ByteVector more = makeOggFile(second);
            file.insert(file.end(), more.begin(), more.end());
            const auto stream = readOpusStream(file).value();
            QCOMPARE(present(stream), parts.packets);
            QCOMPARE(kinds(stream), std::vector{AnomalyKind::ForeignStream});
            QCOMPARE(stream.anomalies[0].byteOffset, firstBytes);
            QCOMPARE(stream.anomalies[0].amount, int64_t(6));
        }
    }

    void missingEndIsReported()
    {
        const OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        pages.pop_back();
        const ByteVector file = joined(pages);
        const auto stream = readOpusStream(file).value();
        QCOMPARE(kinds(stream), std::vector{AnomalyKind::MissingEnd});
        QCOMPARE(stream.anomalies[0].byteOffset, uint64_t(file.size()));
        QCOMPARE(stream.end, MediaTime(30 * 960));
    }

    void invalidPacketGetsItsDurationFromThePage()
    {
        OggParts parts = smallFile();
        const ByteVector bad(4, 0x4bU); // code 3 with 11 frames of 20 ms
        std::vector<ByteVector> packets = parts.packets;
        packets[5] = bad;
        auto pages = makeOggPages(parts);
        pages[3] = makePage(pageOf({packets[10], bad, packets[12]}, 3, 9600 + 2 * 960 + 2880));
        pages.resize(4);
        const ByteVector file = joined(pages);
        const auto stream = readOpusStream(file).value();
        QCOMPARE(stream.packets.size(), size_t(13));
        QVERIFY(!stream.packets[11].isValid);
        QCOMPARE(int(stream.packets[11].durationSamples), 2880);
        const Anomaly* anomaly = find(stream, AnomalyKind::InvalidPacket);
        QVERIFY(anomaly != nullptr);
        QCOMPARE(anomaly->media, std::optional(MediaTime(11 * 960)));
        QCOMPARE(anomaly->amount, int64_t(4));
        QCOMPARE(file[anomaly->byteOffset], bad[0]);
        QCOMPARE(file[anomaly->byteOffset + 3], bad[3]);
    }

    void invalidPacketInTheFirstPageGetsTheUsualDuration()
    {
        OggParts parts;
        parts.packets = {plainPacket(1, 10), ByteVector(4, 0x4bU), plainPacket(1, 12)};
        const auto stream = readOpusStream(makeOggFile(parts)).value();
        QCOMPARE(stream.packets.size(), size_t(3));
        QCOMPARE(int(stream.packets[1].durationSamples), 960);
        QCOMPARE(stream.end, MediaTime(3 * 960));
    }

    void granuleThatJumpsWithoutAHoleIsMissingAudio()
    {
        const OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        for (size_t i = 3; i < pages.size(); ++i) {
            const auto granule = static_cast<int64_t>(i - 1) * 9600 + 5 * 960;
            ByteVector bytes;
            appendLittleEndian(bytes, granule);
            std::copy(bytes.begin(), bytes.end(), pages[i].begin() + 6);
            setChecksum(pages[i]);
        }
        const auto stream = readOpusStream(joined(pages)).value();
        QCOMPARE(kinds(stream), std::vector{AnomalyKind::MissingAudio});
        QCOMPARE(missing(stream), size_t(5));
        QVERIFY(stream.packets[10].isMissing && stream.packets[14].isMissing);
        QCOMPARE(present(stream), parts.packets);
    }

    void granuleThatIsALittleOffChangesNoTimes()
    {
        OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        for (const int wrong : {-400, 100, 700}) {
            auto damaged = pages;
            ByteVector bytes;
            appendLittleEndian(bytes, int64_t(19200 + wrong));
            std::copy(bytes.begin(), bytes.end(), damaged[3].begin() + 6);
            setChecksum(damaged[3]);
            const auto stream = readOpusStream(joined(damaged)).value();
            QCOMPARE(missing(stream), size_t(0));
            QCOMPARE(stream.packets[39].media, MediaTime(39 * 960));
            QCOMPARE(stream.anomalies.size(), size_t(2)); // off, and back again
            QCOMPARE(stream.anomalies[0].kind, AnomalyKind::GranuleMismatch);
            QCOMPARE(stream.anomalies[0].amount, int64_t(wrong));
        }
    }

    void wildGranulesDoNotFillTheMemory()
    {
        const OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        for (const int64_t granule : {INT64_MAX, INT64_MIN, INT64_MAX / 2, int64_t(-2), int64_t(-1)}) {
            for (const size_t page : {size_t(2), size_t(3), pages.size() - 1}) {
                auto damaged = pages;
                ByteVector bytes;
                appendLittleEndian(bytes, granule);
                std::copy(bytes.begin(), bytes.end(), damaged[page].begin() + 6);
                setChecksum(damaged[page]);
                const ByteVector file = joined(damaged);
                const auto stream = readOpusStream(file).value();
                QVERIFY(isSane(stream, file.size()));
                QCOMPARE(present(stream), parts.packets);
            }
        }
    }

    void damagedTagsAreNoReasonToStop()
    {
        const OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        pages[1][38] = 0xff; // length of the vendor
        setChecksum(pages[1]);
        const auto stream = readOpusStream(joined(pages)).value();
        QCOMPARE(kinds(stream), std::vector{AnomalyKind::BadTags});
        QCOMPARE(present(stream), parts.packets);
    }

    void lostTagsAreNoReasonToStop()
    {
        const OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        pages.erase(pages.begin() + 1);
        const auto stream = readOpusStream(joined(pages)).value();
        QVERIFY(find(stream, AnomalyKind::BadTags) != nullptr);
        QCOMPARE(present(stream), parts.packets);
    }

    void lostHeadIsMadeUpFromTheAudio()
    {
        OggParts parts = smallFile();
        for (auto& packet : parts.packets)
            packet[0] |= 4U;
        auto pages = makeOggPages(parts);
        pages[0][30] ^= 1U;
        const auto stream = readOpusStream(joined(pages)).value();
        QCOMPARE(int(stream.head.channels), 2);
        QCOMPARE(stream.tags, parts.tags);
        QCOMPARE(present(stream), parts.packets);
        QCOMPARE(kinds(stream), (std::vector{AnomalyKind::BadChecksum, AnomalyKind::MissingPages}));
        // Cut off without a trace, it is missed too.
        pages.erase(pages.begin());
        const auto cut = readOpusStream(joined(pages)).value();
        QCOMPARE(kinds(cut), std::vector{AnomalyKind::MissingPages});
        QCOMPARE(cut.anomalies[0].byteOffset, uint64_t(0));
        QCOMPARE(cut.anomalies[0].amount, int64_t(1));
    }

    void whatCannotBeReadIsAClearError()
    {
        const auto code = [](const ByteVector& file) { return readOpusStream(file).error().code; };
        QCOMPARE(code({1, 2, 3}), ErrorCode::UnknownFormat);
        QCOMPARE(code({'O', 'g', 'g', 'S', 0}), ErrorCode::NothingReadable);
        PageParts foreign = pageOf({{1, 'v', 'o', 'r', 'b', 'i', 's'}}, 0, 0);
        foreign.isFirst = true;
        QCOMPARE(code(makePage(foreign)), ErrorCode::Unsupported);
        OggParts parts;
        QCOMPARE(code(makeOggFile(parts)), ErrorCode::NothingReadable);
        parts.head.version = 16;
        parts.packets = numberedPackets(3);
        const auto newer = readOpusStream(makeOggFile(parts));
        QCOMPARE(newer.error().code, ErrorCode::Unsupported);
        QCOMPARE(newer.error().byteOffset, std::optional<uint64_t>(28 + 8));
    }

    void fileCutAnywhereGivesWhatIsBeforeTheCut()
    {
        OggParts parts;
        parts.packets = numberedPackets(60, 40);
        parts.packetsPerPage = 7;
        parts.segmentsPerPage = 9;
        const ByteVector file = makeOggFile(parts);
        for (size_t size = 0; size < file.size(); ++size) {
            const auto stream = readOpusStream(Bytes(file).first(size));
            if (!stream)
                continue;
            QVERIFY(isSane(*stream, size));
            QVERIFY(find(*stream, AnomalyKind::MissingEnd) != nullptr);
            const auto packets = present(*stream);
            QVERIFY(std::equal(packets.begin(), packets.end(), parts.packets.begin()));
        }
    }

    void flippedBitCostsAtMostItsPage()
    {
        OggParts parts;
        parts.packets = numberedPackets(60, 40);
        parts.packetsPerPage = 7;
        const ByteVector file = makeOggFile(parts);
        const size_t headBytes = makeOggPages(parts)[0].size();
        for (size_t bit = 0; bit < file.size() * 8; ++bit) {
            ByteVector damaged = file;
            damaged[bit / 8] ^= static_cast<uint8_t>(1U << bit % 8);
            const auto stream = readOpusStream(damaged);
            QVERIFY(stream.has_value());
            QVERIFY(isSane(*stream, file.size()));
            QVERIFY(!stream->anomalies.empty());
            QVERIFY(present(*stream).size() >= 53);
            if (bit / 8 >= headBytes)
                QCOMPARE(stream->head, parts.head);
        }
    }

    void manyRandomDamagesNeverBreakTheReader()
    {
        OggParts parts;
        parts.packets = numberedPackets(80, 300);
        parts.segmentsPerPage = 11;
        const ByteVector file = makeOggFile(parts);
        uint64_t state = 1;
        const auto draw = [&state](size_t below) {
            state = state * 6364136223846793005U + 1442695040888963407U;
            return static_cast<size_t>(state >> 33U) % below;
        };
        for (int round = 0; round < 300; ++round) {
            ByteVector damaged = file;
            for (size_t i = draw(20); i > 0; --i) {
                const auto at = static_cast<std::ptrdiff_t>(draw(damaged.size() - 600));
                const auto count = static_cast<std::ptrdiff_t>(draw(500));
                if (draw(2) == 0)
                    damaged.erase(damaged.begin() + at, damaged.begin() + at + count);
                else
                    damaged[static_cast<size_t>(at)] = static_cast<uint8_t>(draw(256));
            }
            const auto stream = readOpusStream(damaged);
            QVERIFY(!stream || isSane(*stream, damaged.size()));
        }
    }
};

QTEST_APPLESS_MAIN(TestOggDamage)
#include "tst_oggdamage.moc"
