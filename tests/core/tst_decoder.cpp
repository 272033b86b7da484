#include "core/opus/decoder.h"
#include "core/opus/encoder.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <opus.h>
#include <opus_multistream.h>

using namespace core;

namespace {

std::vector<float> tone(int64_t frames, int channels, double hertz = 440)
{
    std::vector<float> pcm(static_cast<size_t>(frames * channels));
    for (size_t i = 0; i < pcm.size(); ++i) {
        const double time = static_cast<double>(i / static_cast<size_t>(channels)) / 48000.0;
        pcm[i] = static_cast<float>(0.3 * std::sin(2 * std::numbers::pi * hertz * time));
    }
    return pcm;
}

std::vector<std::vector<uint8_t>> encoded(const EncoderSettings& settings, int count)
{
    auto encoder = Encoder::open(settings);
    const auto frame = static_cast<size_t>(settings.frameDuration.ticks() * settings.channels);
    const auto pcm = tone(settings.frameDuration.ticks() * count, settings.channels);
    std::vector<std::vector<uint8_t>> packets;
    for (size_t i = 0; i < static_cast<size_t>(count); ++i)
        packets.push_back(encoder->encode(std::span(pcm).subspan(i * frame, frame)).value());
    return packets;
}

std::vector<float> plainDecode(const std::vector<std::vector<uint8_t>>& packets, int channels)
{
    int status = 0;
    OpusDecoder* decoder = opus_decoder_create(48000, channels, &status);
    std::vector<float> pcm;
    std::vector<float> frame(static_cast<size_t>(5760 * channels));
    for (const auto& packet : packets) {
        const int count = opus_decode_float(
            decoder, packet.data(), static_cast<opus_int32>(packet.size()), frame.data(), 5760, 0);
        pcm.insert(pcm.end(), frame.begin(), frame.begin() + count * channels);
    }
    opus_decoder_destroy(decoder);
    return pcm;
}

std::vector<float> decoded(Decoder& decoder, Bytes packet)
{
    std::vector<float> out(static_cast<size_t>(5760 * decoder.channels()));
    const size_t count = decoder.decode(packet, out).value();
    out.resize(count * static_cast<size_t>(decoder.channels()));
    return out;
}

} // namespace

class TestDecoder : public QObject {
    Q_OBJECT
private slots:
    void equalsPlainLibopus_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("frameSamples");
        for (const int channels : {1, 2}) {
            for (const int samples : {120, 240, 480, 960, 1920, 2880, 3840, 4800, 5760})
                QTest::addRow("%d channels, %d samples", channels, samples) << channels << samples;
        }
    }
    void equalsPlainLibopus()
    {
        QFETCH(int, channels);
        QFETCH(int, frameSamples);
        const auto packets = encoded({.channels = channels, .frameDuration = MediaSpan(frameSamples)}, 8);
        auto decoder = Decoder::open(makeTestHead(channels));
        QVERIFY(decoder.has_value());
        std::vector<float> pcm;
        for (const auto& packet : packets) {
            const auto part = decoded(*decoder, packet);
            QCOMPARE(part.size(), static_cast<size_t>(frameSamples * channels));
            pcm.insert(pcm.end(), part.begin(), part.end());
        }
        QCOMPARE(pcm, plainDecode(packets, channels));
    }
    void multistreamOfOneStreamEqualsSingleStream()
    {
        const auto packets = encoded({.channels = 2}, 10);
        OpusHead head = makeTestHead(2);
        head.mappingFamily = 255;
        head.streams = 1;
        head.coupledStreams = 1;
        head.mapping = {1, 0}; // swapped, so that the multistream decoder is needed
        auto decoder = Decoder::open(head);
        QVERIFY(decoder.has_value());
        const auto expected = plainDecode(packets, 2);
        size_t at = 0;
        for (const auto& packet : packets) {
            const auto pcm = decoded(*decoder, packet);
            for (size_t i = 0; i < pcm.size(); i += 2, at += 2) {
                QCOMPARE(pcm[i], expected[at + 1]);
                QCOMPARE(pcm[i + 1], expected[at]);
            }
        }
    }
    void decodesSurround()
    {
        int status = 0;
        int streams = 0;
        int coupled = 0;
        OpusHead head = makeTestHead(6);
        head.mappingFamily = 1;
        OpusMSEncoder* encoder = opus_multistream_surround_encoder_create(
            48000, 6, 1, &streams, &coupled, head.mapping.data(), OPUS_APPLICATION_AUDIO, &status);
        QCOMPARE(status, OPUS_OK);
        head.streams = static_cast<uint8_t>(streams);
        head.coupledStreams = static_cast<uint8_t>(coupled);
        const auto pcm = tone(960, 6);
        std::vector<uint8_t> packet(8000);
        const int bytes = opus_multistream_encode_float(encoder, pcm.data(), 960, packet.data(), 8000);
        opus_multistream_encoder_destroy(encoder);
        QVERIFY(bytes > 0);
        packet.resize(static_cast<size_t>(bytes));
        auto decoder = Decoder::open(head);
        QVERIFY(decoder.has_value());
        QCOMPARE(decoder->channels(), 6);
        QCOMPARE(decoded(*decoder, packet).size(), size_t{960 * 6});
        std::vector<float> out(960 * 6);
        QCOMPARE(decoder->conceal(MediaSpan(960), out).value(), size_t{960});
    }
    void cloneGoesOnWithTheSameOutput()
    {
        const auto packets = encoded({.channels = 1}, 20);
        auto decoder = Decoder::open(makeTestHead(1));
        for (size_t i = 0; i < 10; ++i)
            decoded(*decoder, packets[i]);
        Decoder copy = decoder->clone();
        std::vector<float> a(960);
        std::vector<float> b(960);
        QVERIFY(decoder->conceal(MediaSpan(960), a));
        for (size_t i = 10; i < 20; ++i)
            decoded(*decoder, packets[i]);
        QVERIFY(copy.conceal(MediaSpan(960), b));
        QCOMPARE(a, b);
    }
    void appliesOutputGain()
    {
        const auto packets = encoded({.channels = 1}, 5);
        OpusHead head = makeTestHead(1);
        head.gainQ8 = -6 * 256;
        auto decoder = Decoder::open(head);
        const auto loud = plainDecode(packets, 1);
        std::vector<float> quiet;
        for (const auto& packet : packets) {
            const auto part = decoded(*decoder, packet);
            quiet.insert(quiet.end(), part.begin(), part.end());
        }
        const auto [low, high] = std::minmax_element(loud.begin(), loud.end());
        const auto [quietLow, quietHigh] = std::minmax_element(quiet.begin(), quiet.end());
        QVERIFY(std::abs(*quietHigh / *high - 0.501F) < 0.002F);
        QVERIFY(std::abs(*quietLow / *low - 0.501F) < 0.002F);
    }
    void resetForgetsWhatWasDecoded()
    {
        const auto packets = encoded({.channels = 1}, 3);
        auto decoder = Decoder::open(makeTestHead(1));
        const auto first = decoded(*decoder, packets[0]);
        decoded(*decoder, packets[1]);
        decoder->reset();
        QCOMPARE(decoded(*decoder, packets[0]), first);
    }
    void concealsEveryMultipleOfTwoAndAHalfMilliseconds()
    {
        const auto packets = encoded({.channels = 1}, 3);
        auto decoder = Decoder::open(makeTestHead(1));
        decoded(*decoder, packets[0]);
        for (int64_t samples = 120; samples <= 5760; samples += 120) {
            std::vector<float> out(static_cast<size_t>(samples));
            QCOMPARE(decoder->conceal(MediaSpan(samples), out).value(), out.size());
        }
    }
    void fecIsNearerToTheOriginalThanConcealment()
    {
        EncoderSettings settings;
        settings.hasFec = true;
        settings.expectedLossPercent = 20;
        auto encoder = Encoder::open(settings);
        // A jump of pitch in the lost frame can't be guessed, only be sent.
        std::vector<std::vector<uint8_t>> packets;
        for (int i = 0; i < 20; ++i)
            packets.push_back(encoder->encode(tone(960, 1, i < 10 ? 200 : 310)).value());
        const auto original = plainDecode(packets, 1);
        auto decoder = Decoder::open(makeTestHead(1));
        for (size_t i = 0; i < 11; ++i)
            decoded(*decoder, packets[i]);
        Decoder guessing = decoder->clone();
        std::vector<float> fec(960);
        std::vector<float> plc(960);
        QCOMPARE(decoder->decodeFec(packets[12], MediaSpan(960), fec).value(), size_t{960});
        QCOMPARE(guessing.conceal(MediaSpan(960), plc).value(), size_t{960});
        double fecError = 0;
        double plcError = 0;
        for (size_t i = 0; i < 960; ++i) {
            fecError += std::pow(fec[i] - original[11 * 960 + i], 2);
            plcError += std::pow(plc[i] - original[11 * 960 + i], 2);
        }
        QVERIFY(fecError < plcError);
    }
    void refusesWhatIsNoPacket()
    {
        auto decoder = Decoder::open(makeTestHead(1));
        std::vector<float> out(5760);
        QCOMPARE(decoder->decode({}, out).error().code, ErrorCode::CodecFailed);
        const std::vector<uint8_t> broken{0x03};
        QCOMPARE(decoder->decode(broken, out).error().code, ErrorCode::CodecFailed);
        QCOMPARE(decoder->decodeFec({}, MediaSpan(960), out).error().code, ErrorCode::CodecFailed);
    }
    void refusesTooLittleRoom()
    {
        const auto packets = encoded({.channels = 1}, 1);
        auto decoder = Decoder::open(makeTestHead(1));
        std::vector<float> out(959);
        QVERIFY(!decoder->decode(packets[0], out));
        QVERIFY(!decoder->conceal(MediaSpan(960), out));
        std::vector<float> large(10000);
        QVERIFY(!decoder->conceal(MediaSpan(5880), large));
    }
    void refusesUnknownMapping()
    {
        OpusHead head = makeTestHead(2);
        head.mappingFamily = 3;
        QCOMPARE(Decoder::open(head).error().code, ErrorCode::Unsupported);
        head = makeTestHead(3);
        QCOMPARE(Decoder::open(head).error().code, ErrorCode::Unsupported);
    }
    void namesTheLibrary() { QVERIFY(QByteArray(libraryVersion()).startsWith("libopus")); }

private:
    static OpusHead makeTestHead(int channels)
    {
        OpusHead head;
        head.channels = static_cast<uint8_t>(channels);
        return head;
    }
};

QTEST_GUILESS_MAIN(TestDecoder)
#include "tst_decoder.moc"
