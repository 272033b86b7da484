#include "core/ogg/reader.h"
#include "tests/support/oggfiles.h"
#include "tests/support/oggstreams.h"
#include "tests/support/packets.h"

#include <QTest>
#include <algorithm>

using namespace core;

// Files without a fault, and what is no file at all. Damage: tst_oggdamage.
class TestOggReader : public QObject {
    Q_OBJECT
private slots:
    void soundFileIsReadExactly()
    {
        OggParts parts = smallFile();
        parts.endTrim = 500;
        parts.head.gainQ8 = -256;
        const auto stream = readOpusStream(makeOggFile(parts)).value();
        QCOMPARE(stream.head, parts.head);
        QCOMPARE(stream.tags, parts.tags);
        QCOMPARE(stream.serial, parts.serial);
        QCOMPARE(present(stream), parts.packets);
        QCOMPARE(stream.packets.size(), parts.packets.size());
        QCOMPARE(stream.packets[7].media, MediaTime(7 * 960));
        QCOMPARE(stream.end, MediaTime(40 * 960 - 500));
        QVERIFY(stream.anomalies.empty());
        // Head and tags are not kept with the audio.
        QCOMPARE(stream.payload.size(), parts.packets.size() * 21);
    }

    void everyPacketDurationCounts()
    {
        OggParts parts;
        for (const uint8_t configuration : {0, 1, 2, 3, 16, 17, 18, 19})
            parts.packets.push_back(plainPacket(configuration, 30));
        const auto stream = readOpusStream(makeOggFile(parts)).value();
        const std::vector<int> expected{480, 960, 1920, 2880, 120, 240, 480, 960};
        for (size_t i = 0; i < expected.size(); ++i)
            QCOMPARE(int(stream.packets[i].durationSamples), expected[i]);
        QCOMPARE(stream.end.ticks(), 8040);
        QVERIFY(stream.anomalies.empty());
    }

    void packetsSpanningPagesAreJoined()
    {
        OggParts parts;
        parts.packets = numberedPackets(30, 1275);
        for (const size_t segments : {1, 2, 3, 7, 255}) {
            parts.segmentsPerPage = segments;
            const auto stream = readOpusStream(makeOggFile(parts)).value();
            QCOMPARE(present(stream), parts.packets);
            QVERIFY(stream.anomalies.empty());
            QCOMPARE(stream.end, MediaTime(30 * 960));
        }
    }

    void packetOfAMultipleOf255BytesEndsWithAnEmptySegment()
    {
        OggParts parts;
        parts.packets = numberedPackets(8, 254); // 255 bytes with the TOC
        const auto stream = readOpusStream(makeOggFile(parts)).value();
        QCOMPARE(present(stream), parts.packets);
    }

    void largeTagsSpanPages()
    {
        OggParts parts = smallFile();
        parts.tags.comments.emplace_back("PICTURE=" + std::string(200000, 'x'));
        auto pages = makeOggPages(parts);
        const ByteVector tags = serialized(parts.tags);
        std::vector<ByteVector> rebuilt{pages[0]};
        for (size_t at = 0; at < tags.size(); at += size_t(255) * 255) {
            const size_t bytes = std::min(tags.size() - at, size_t(255) * 255);
            const bool isLast = at + bytes == tags.size();
            PageParts page = pageOf({ByteVector(tags.begin() + static_cast<std::ptrdiff_t>(at),
                                        tags.begin() + static_cast<std::ptrdiff_t>(at + bytes))},
                static_cast<uint32_t>(rebuilt.size()), isLast ? 0 : -1);
            if (!isLast)
                page.lacing.resize(255);
            page.isContinued = at > 0;
            rebuilt.push_back(makePage(page));
        }
        const auto shift = static_cast<uint32_t>(rebuilt.size() - 2);
        for (size_t i = 2; i < pages.size(); ++i) {
            pages[i][18] = static_cast<uint8_t>(pages[i][18] + shift);
            setChecksum(pages[i]);
            rebuilt.push_back(pages[i]);
        }
        const auto stream = readOpusStream(joined(rebuilt)).value();
        QCOMPARE(stream.tags, parts.tags);
        QVERIFY(stream.anomalies.empty());
        QCOMPARE(present(stream), parts.packets);
    }

    void streamCutFromALongerOneBeginsAtZero()
    {
        OggParts parts = smallFile();
        parts.granuleBefore = 123456789;
        parts.endTrim = 17;
        const auto stream = readOpusStream(makeOggFile(parts)).value();
        QVERIFY(stream.anomalies.empty());
        QCOMPARE(stream.packets[0].media, MediaTime());
        QCOMPARE(stream.end, MediaTime(40 * 960 - 17));
    }

    void trimmingOfAStreamOfOnePageCountsFromZero()
    {
        OggParts parts;
        parts.packets = numberedPackets(3);
        parts.endTrim = 1000;
        const auto stream = readOpusStream(makeOggFile(parts)).value();
        QCOMPARE(stream.end, MediaTime(3 * 960 - 1000));
        QVERIFY(stream.anomalies.empty());
    }

    void emptyLastPageMayTrim()
    {
        const OggParts parts = smallFile();
        auto pages = makeOggPages(parts);
        PageParts last = pageOf({}, static_cast<uint32_t>(pages.size()), 40 * 960);
        last.isLast = true;
        pages.back()[5] = 0;
        setChecksum(pages.back());
        pages.push_back(makePage(last));
        const auto stream = readOpusStream(joined(pages)).value();
        QVERIFY(stream.anomalies.empty());
        QCOMPARE(stream.end, MediaTime(40 * 960));
    }

    void oggIsRecognisedByItsFirstPage()
    {
        QVERIFY(looksLikeOgg(makeOggFile(smallFile())));
        QVERIFY(!looksLikeOgg(ByteVector{'O', 'g', 'g', 'S', 1}));
        QVERIFY(!looksLikeOgg({}));
    }

    void cancelledReadingSaysSo()
    {
        OggParts parts;
        parts.packets = numberedPackets(600);
        parts.packetsPerPage = 1;
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(readOpusStream(makeOggFile(parts), JobControl(stop.get_token())).error().code,
            ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestOggReader)
#include "tst_oggreader.moc"
