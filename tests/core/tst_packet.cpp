#include "core/base/random.h"
#include "core/opus/packet.h"
#include "tests/support/packets.h"

#include <QTest>
#include <algorithm>
#include <opus.h>

using namespace core;

namespace {

using Frames = std::vector<std::vector<uint8_t>>;

Frames framesOf(std::initializer_list<size_t> sizes)
{
    Frames frames;
    for (const size_t size : sizes)
        frames.emplace_back(size, static_cast<uint8_t>(0x30 + frames.size()));
    return frames;
}

// What libopus says about the same bytes.
struct Judged {
    int count = 0;
    std::array<opus_int16, 48> sizes{};
    int offset = 0;
};

Judged judged(Bytes packet)
{
    Judged result;
    std::array<const unsigned char*, 48> frames{};
    result.count = opus_packet_parse(packet.data(), static_cast<opus_int32>(packet.size()), nullptr,
        frames.data(), result.sizes.data(), &result.offset);
    return result;
}

bool agrees(Bytes packet)
{
    const Judged judge = judged(packet);
    const auto layout = parsePacket(packet);
    if (judge.count < 0)
        return !layout;
    if (!layout || layout->frameCount != judge.count
        || layout->firstFrameOffset != static_cast<uint32_t>(judge.offset))
        return false;
    const bool hasSameSizes =
        std::equal(judge.sizes.begin(), judge.sizes.begin() + judge.count, layout->frameBytes.begin());
    const int samples =
        opus_packet_get_nb_samples(packet.data(), static_cast<opus_int32>(packet.size()), 48000);
    return hasSameSizes && layout->duration().ticks() == samples && layout->packetBytes == packet.size();
}

QByteArray rule(Bytes packet)
{
    const auto layout = parsePacket(packet);
    return layout ? QByteArray("valid") : QByteArray::fromStdString(layout.error().detail);
}

std::vector<uint8_t> randomBytes(const CounterRandom& random, uint64_t index, size_t size)
{
    std::vector<uint8_t> bytes(size);
    for (size_t i = 0; i < size; ++i)
        bytes[i] = static_cast<uint8_t>(random.bits(index * 4096 + i / 8) >> (i % 8 * 8));
    return bytes;
}

SilkFlags flagsOf(uint8_t configuration, PacketChannels channels, uint8_t header)
{
    PacketParts parts;
    parts.configuration = configuration;
    parts.channels = channels;
    parts.frames = {{header, 0, 0}};
    const auto packet = makePacket(parts);
    return silkFlags(packet, parsePacket(packet).value());
}

} // namespace

class TestPacket : public QObject {
    Q_OBJECT
private slots:
    void tocOfEveryByteIsReadAsLibopusReadsIt()
    {
        for (int byte = 0; byte < 256; ++byte) {
            const auto value = static_cast<uint8_t>(byte);
            const Toc toc(value);
            QCOMPARE(toc.frameDuration().ticks(), opus_packet_get_samples_per_frame(&value, 48000));
            QCOMPARE(static_cast<int>(toc.bandwidth()),
                opus_packet_get_bandwidth(&value) - OPUS_BANDWIDTH_NARROWBAND);
            QCOMPARE(toc.isStereo() ? 2 : 1, opus_packet_get_nb_channels(&value));
            QCOMPARE(toc.frameCode(), byte & 3);
        }
    }

    void modeFollowsTheConfigurationTable()
    {
        for (uint8_t configuration = 0; configuration < 32; ++configuration) {
            const CodecMode expected = configuration < 12 ? CodecMode::Silk
                : configuration < 16                      ? CodecMode::Hybrid
                                                          : CodecMode::Celt;
            QCOMPARE(Toc(static_cast<uint8_t>(configuration << 3U)).mode(), expected);
        }
        QCOMPARE(name(CodecMode::Hybrid), "hybrid");
        QCOMPARE(name(Bandwidth::SuperWideband), "super-wideband");
    }

    void brokenRuleIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("broken");
        const auto row = [](const char* title, std::vector<uint8_t> bytes, const char* broken) {
            QTest::newRow(title) << QByteArray(
                reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size()))
                                 << QByteArray(broken);
        };
        row("nothing", {}, "R1");
        row("TOC alone", {0x48}, "valid");
        row("largest frame", plainPacket(9, 1275), "valid");
        row("frame too large", plainPacket(9, 1276), "R2");
        row("two equal frames too large", std::vector<uint8_t>(1 + 2 * 1276, 0x49), "R2");
        row("two equal frames", {0x49, 1, 2}, "valid");
        row("two equal frames of even size", {0x49, 1, 2, 3}, "R3");
        row("code 2 without length", {0x4a}, "R4");
        row("code 2 with half a length", {0x4a, 252}, "R4");
        row("code 2 longer than the packet", {0x4a, 3, 1, 2}, "R4");
        row("code 2, second frame empty", {0x4a, 2, 1, 2}, "valid");
        row("code 3 without a frame", {0x4b, 0}, "R5");
        row("code 3 of 120 ms", {0x4b, 6}, "valid");
        row("code 3 of 140 ms", {0x4b, 7}, "R5");
        row("48 frames of 2.5 ms", {0x80 | 3, 48}, "valid");
        row("49 frames of 2.5 ms", {0x80 | 3, 49}, "R5");
        row("code 3 without count", {0x4b}, "R6");
        row("equal frames that do not share out", {0x4b, 2, 1, 2, 3}, "R6");
        row("padding longer than the packet", {0x4b, 0x41, 4, 1, 2, 3}, "R6");
        row("padding count cut off", {0x4b, 0x41, 255}, "R6");
        row("variable frames without length", {0x4b, 0x82}, "R7");
        row("variable frames longer than the packet", {0x4b, 0x82, 4, 1, 2, 3}, "R7");
        row("variable frames into the padding", {0x4b, 0xc2, 1, 2, 9, 0}, "R7");
        row("padding of nothing", {0x4b, 0x41, 0, 1}, "valid");
    }

    void brokenRuleIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, broken);
        const Bytes packet(
            reinterpret_cast<const uint8_t*>(bytes.constData()), static_cast<size_t>(bytes.size()));
        QCOMPARE(rule(packet), broken);
        QVERIFY(agrees(packet));
    }

    void builtPacketsOfEveryTocAreReadBack()
    {
        const std::array<Frames, 4> frames{
            framesOf({7}), framesOf({252, 252}), framesOf({255, 3}), framesOf({0, 1275})};
        for (int byte = 0; byte < 256; ++byte) {
            PacketParts parts;
            parts.configuration = static_cast<uint8_t>(byte >> 3);
            parts.channels = (byte & 4) != 0 ? PacketChannels::Stereo : PacketChannels::Mono;
            parts.frameCode = static_cast<uint8_t>(byte & 3);
            parts.frames = frames[parts.frameCode];
            for (const uint32_t padding : {0U, 1U, 254U, 255U, 600U}) {
                parts.padding = parts.frameCode == 3 ? padding : 0;
                const auto packet = makePacket(parts);
                const auto layout = parsePacket(packet);
                QVERIFY(layout.has_value());
                QVERIFY(agrees(packet));
                QCOMPARE(layout->toc.byte(), byte);
                QCOMPARE(layout->paddingBytes, parts.padding);
                for (size_t i = 0; i < parts.frames.size(); ++i)
                    QCOMPARE(size_t(layout->frameBytes[i]), parts.frames[i].size());
            }
        }
    }

    void everyCutOfAPacketIsJudgedAsLibopusJudgesIt()
    {
        PacketParts parts;
        parts.frameCode = 3;
        parts.frames = framesOf({20, 300, 0, 5});
        parts.padding = 300;
        for (const FrameSizes sizes : {FrameSizes::Variable, FrameSizes::Equal}) {
            parts.sizes = sizes;
            const auto packet = makePacket(parts);
            for (size_t size = 1; size <= packet.size(); ++size)
                QVERIFY2(agrees(Bytes(packet).first(size)), qPrintable(QString::number(size)));
        }
    }

    void randomBytesAreJudgedAsLibopusJudgesThem()
    {
        const CounterRandom random(1, DrawStream::Loss);
        for (uint64_t i = 0; i < 1000000; ++i) {
            const uint64_t draw = random.bits(i * 4096 + 4095);
            const size_t size = 1 + (draw & 15U ? (draw >> 8U) % 40 : (draw >> 8U) % 2600);
            auto packet = randomBytes(random, i, size);
            // Codes above 0 and few frames are where the rules are.
            if ((draw & 0x10U) != 0)
                packet[0] |= 3U;
            if (size > 1 && (draw & 0x20U) != 0)
                packet[1] &= 0xc7U;
            QVERIFY2(agrees(packet), QByteArray::number(quint64(i)).constData());
        }
    }

    void selfDelimitedPacketLeavesWhatIsBehindIt()
    {
        for (uint8_t code = 0; code < 4; ++code) {
            for (const FrameSizes sizes : {FrameSizes::Variable, FrameSizes::Equal}) {
                PacketParts parts;
                parts.frameCode = code;
                parts.sizes = sizes;
                parts.frames = code == 0 ? framesOf({300}) : framesOf({270, 270});
                parts.padding = code == 3 ? 260 : 0;
                const auto plain = parsePacket(makePacket(parts)).value();
                auto bytes = makeSelfDelimited(parts);
                const size_t packetBytes = bytes.size();
                bytes.insert(bytes.end(), {9, 9, 9});
                const auto layout = parseSelfDelimited(bytes);
                QVERIFY(layout.has_value());
                QCOMPARE(size_t(layout->packetBytes), packetBytes);
                QCOMPARE(layout->frameBytes, plain.frameBytes);
                QCOMPARE(layout->paddingBytes, plain.paddingBytes);
                for (size_t size = 0; size < packetBytes; ++size)
                    QVERIFY(!parseSelfDelimited(Bytes(bytes).first(size)).has_value());
            }
        }
    }

    void multistreamPacketNeedsAllStreamsOfOneDuration()
    {
        PacketParts parts;
        parts.frames = framesOf({30});
        auto packet = makeSelfDelimited(parts);
        const auto second = makePacket(parts);
        packet.insert(packet.end(), second.begin(), second.end());
        const auto layout = parseMultistream(packet, 2);
        QVERIFY(layout.has_value());
        QCOMPARE(size_t(layout->packetBytes), packet.size());
        QCOMPARE(layout->duration(), mediaMilliseconds(20));
        QVERIFY(!parseMultistream(packet, 3).has_value());
        QVERIFY(parseMultistream(second, 1).has_value());

        auto uneven = makeSelfDelimited(parts);
        const auto shorter = plainPacket(8, 30);
        uneven.insert(uneven.end(), shorter.begin(), shorter.end());
        QCOMPARE(parseMultistream(uneven, 2).error().detail, std::string("duration"));
        QCOMPARE(parseMultistream(Bytes(packet).first(32), 2).error().detail, std::string("R1"));
    }

    void silkFlagsFollowTheHeaderBits_data()
    {
        QTest::addColumn<int>("configuration");
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("header");
        QTest::addColumn<bool>("hasVoice");
        QTest::addColumn<bool>("hasFec");
        QTest::newRow("10 ms, nothing") << 8 << 1 << 0x3f << false << false;
        QTest::newRow("10 ms, voice") << 8 << 1 << 0x80 << true << false;
        QTest::newRow("20 ms, FEC") << 9 << 1 << 0x40 << false << true;
        QTest::newRow("40 ms, voice in the second frame") << 10 << 1 << 0x40 << true << false;
        QTest::newRow("40 ms, FEC") << 10 << 1 << 0x20 << false << true;
        QTest::newRow("60 ms, voice in the third frame") << 11 << 1 << 0x20 << true << false;
        QTest::newRow("60 ms, FEC") << 11 << 1 << 0x10 << false << true;
        QTest::newRow("60 ms, bits behind") << 11 << 1 << 0x0f << false << false;
        QTest::newRow("20 ms stereo, side voice") << 9 << 2 << 0x20 << true << false;
        QTest::newRow("20 ms stereo, side FEC") << 9 << 2 << 0x10 << false << true;
        QTest::newRow("60 ms stereo, side voice") << 11 << 2 << 0x02 << true << false;
        QTest::newRow("60 ms stereo, side FEC") << 11 << 2 << 0x01 << false << true;
        QTest::newRow("hybrid, FEC") << 15 << 1 << 0x40 << false << true;
        QTest::newRow("CELT has none") << 31 << 2 << 0xff << false << false;
    }

    void silkFlagsFollowTheHeaderBits()
    {
        QFETCH(int, configuration);
        QFETCH(int, channels);
        QFETCH(int, header);
        const SilkFlags flags = flagsOf(static_cast<uint8_t>(configuration),
            channels == 2 ? PacketChannels::Stereo : PacketChannels::Mono, static_cast<uint8_t>(header));
        QTEST(flags.hasVoice, "hasVoice");
        QTEST(flags.hasFec, "hasFec");
    }

    void encoderWithFecSendsFecAndWithoutItNone()
    {
        EncodedParts parts;
        parts.sound = Sound::Speech;
        parts.bitrateBps = 32000;
        parts.count = 100;
        for (const bool hasFec : {false, true}) {
            parts.hasFec = hasFec;
            int packetsWithFec = 0;
            int packetsWithVoice = 0;
            for (const auto& packet : encodedPackets(parts)) {
                const SilkFlags flags = silkFlags(packet, parsePacket(packet).value());
                packetsWithFec += flags.hasFec ? 1 : 0;
                packetsWithVoice += flags.hasVoice ? 1 : 0;
            }
            QCOMPARE(packetsWithFec > 20, hasFec);
            QVERIFY(packetsWithVoice > 40);
        }
    }

    void framesOfAtMostOneByteAreDtx()
    {
        const auto check = [](Frames frames) {
            PacketParts parts;
            parts.frameCode = 3;
            parts.frames = std::move(frames);
            return isDtx(parsePacket(makePacket(parts)).value());
        };
        QVERIFY(check(framesOf({0})));
        QVERIFY(check(framesOf({1, 0, 1})));
        QVERIFY(!check(framesOf({0, 2, 0})));
        const std::vector<uint8_t> oneByte{0x48, 0xff};
        QVERIFY(!silkFlags(oneByte, parsePacket(oneByte).value()).hasFec);
    }
};

QTEST_APPLESS_MAIN(TestPacket)
#include "tst_packet.moc"
