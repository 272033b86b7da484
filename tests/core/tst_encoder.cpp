#include "core/opus/encoder.h"

#include <QTest>

#include <opus.h>

using namespace core;

class TestEncoder : public QObject {
    Q_OBJECT
private slots:
    void makesPacketsOfTheWantedDuration_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("samples");
        for (const int channels : {1, 2}) {
            for (const int samples : {120, 240, 480, 960, 1920, 2880, 3840, 4800, 5760})
                QTest::addRow("%d channels, %d samples", channels, samples) << channels << samples;
        }
    }
    void makesPacketsOfTheWantedDuration()
    {
        QFETCH(int, channels);
        QFETCH(int, samples);
        auto encoder = Encoder::open({.channels = channels, .frameDuration = MediaSpan(samples)});
        QVERIFY(encoder.has_value());
        const std::vector<float> silence(static_cast<size_t>(samples * channels));
        const auto packet = encoder->encode(silence);
        QVERIFY(packet.has_value());
        QCOMPARE(opus_packet_get_nb_samples(packet->data(), static_cast<opus_int32>(packet->size()), 48000),
            samples);
    }
    void lowDelayIsCeltAndHasTheShortLookahead()
    {
        auto quick = Encoder::open({.channels = 2, .bitrateBps = 96000, .signal = Signal::LowDelay});
        auto usual = Encoder::open({.channels = 2, .bitrateBps = 96000, .signal = Signal::Music});
        QCOMPARE(quick->lookahead(), uint16_t{120});
        QCOMPARE(usual->lookahead(), uint16_t{312});
        const std::vector<float> silence(1920);
        const auto packet = quick->encode(silence);
        QVERIFY(packet->front() >> 3 >= 16); // configurations 16 … 31 are CELT, RFC 6716 §3.1
    }
    void sameInputGivesSameBytes()
    {
        std::vector<float> pcm(960);
        for (size_t i = 0; i < pcm.size(); ++i)
            pcm[i] = static_cast<float>(i % 97) / 200.0F;
        auto a = Encoder::open({});
        auto b = Encoder::open({});
        for (int i = 0; i < 5; ++i)
            QCOMPARE(a->encode(pcm).value(), b->encode(pcm).value());
    }
    void namesTheSettingThatIsOutOfRange()
    {
        QCOMPARE(Encoder::open({.channels = 3}).error().detail, std::string("channels: 1 … 2"));
        QCOMPARE(Encoder::open({.bitrateBps = 1}).error().code, ErrorCode::OutOfRange);
        QCOMPARE(Encoder::open({.frameDuration = MediaSpan(961)}).error().code, ErrorCode::OutOfRange);
        QCOMPARE(Encoder::open({.expectedLossPercent = 101}).error().code, ErrorCode::OutOfRange);
    }
    void refusesAFrameOfAnotherSize()
    {
        auto encoder = Encoder::open({});
        const std::vector<float> wrong(961);
        QCOMPARE(encoder->encode(wrong).error().code, ErrorCode::OutOfRange);
    }
};

QTEST_GUILESS_MAIN(TestEncoder)
#include "tst_encoder.moc"
