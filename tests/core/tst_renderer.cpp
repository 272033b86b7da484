#include "core/network/simulator.h"
#include "core/opus/decoder.h"
#include "core/render/renderer.h"
#include "tests/support/sound.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace core;
using namespace test;

namespace {

std::vector<float> rendered(Renderer& renderer, int64_t frame, int64_t count)
{
    std::vector<float> out(static_cast<size_t>(count * renderer.channels()), 99.0F);
    if (!renderer.render(frame, out))
        qFatal("render failed");
    return out;
}

std::vector<float> renderedWhole(
    const std::shared_ptr<const Capture>& capture, const std::shared_ptr<const Timeline>& timeline)
{
    auto renderer = Renderer::open(capture, timeline);
    return rendered(*renderer, 0, renderer->frameCount());
}

std::vector<float> part(const std::vector<float>& pcm, int64_t begin, int64_t end)
{
    return {pcm.begin() + begin, pcm.begin() + end};
}

bool isSilent(const std::vector<float>& pcm)
{
    return std::all_of(pcm.begin(), pcm.end(), [](float sample) { return sample == 0.0F; });
}

std::shared_ptr<const Timeline> unimpaired(const std::shared_ptr<const Capture>& capture)
{
    TimelineBuilder builder(capture);
    for (uint32_t i = 0; i < capture->packets().size(); ++i)
        builder.packet(i);
    return builder.build();
}

EncoderSettings fecSettings()
{
    EncoderSettings settings;
    settings.hasFec = true;
    settings.expectedLossPercent = 20;
    return settings;
}

// A timeline with everything in it, gaps of odd lengths included.
std::shared_ptr<const Timeline> eventful(const std::shared_ptr<const Capture>& capture)
{
    TimelineBuilder builder(capture, 61'234);
    const auto count = static_cast<uint32_t>(capture->packets().size());
    for (uint32_t i = 0; i < count; ++i) {
        if (i % 29 == 7)
            builder.loss(Repair::Plc, 20'000);
        else if (i % 29 == 13 && i + 1 < count)
            builder.loss(Repair::Plc, 3'777).loss(Repair::Fec, 20'000, i + 1);
        else if (i % 31 == 19)
            builder.stall(7'001);
        else if (i % 37 == 21)
            builder.loss(Repair::Silence, 20'000);
        else if (i % 41 == 30)
            builder.loss(Repair::Plc, 1'111).loss(Repair::Plc, 31'234);
        else
            builder.packet(i);
    }
    return builder.build();
}

} // namespace

class TestRenderer : public QObject {
    Q_OBJECT
private slots:
    void unimpairedEqualsLibopus_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("frameSamples");
        QTest::addColumn<int>("preSkip");
        QTest::addColumn<int>("trimmed");
        QTest::newRow("20 ms mono") << 1 << 960 << 312 << 500;
        QTest::newRow("20 ms stereo") << 2 << 960 << 312 << 0;
        QTest::newRow("pre-skip over several packets") << 1 << 120 << 312 << 300;
        QTest::newRow("pre-skip of whole packets") << 2 << 120 << 240 << 240;
        QTest::newRow("60 ms") << 1 << 2880 << 3840 << 2879;
        QTest::newRow("120 ms") << 2 << 5760 << 0 << 0;
    }
    void unimpairedEqualsLibopus()
    {
        QFETCH(int, channels);
        QFETCH(int, frameSamples);
        QFETCH(int, preSkip);
        QFETCH(int, trimmed);
        const auto packets =
            encodedTone({.channels = channels, .frameDuration = MediaSpan(frameSamples)}, 40);
        const auto capture = captureOf(packets, channels, static_cast<uint16_t>(preSkip), trimmed);
        const auto expected = decodedByLibopus(packets, channels);
        const auto pcm = renderedWhole(capture, unimpaired(capture));
        QCOMPARE(pcm,
            part(expected, int64_t{preSkip} * channels,
                static_cast<int64_t>(expected.size()) - int64_t{trimmed} * channels));
    }
    void piecesEqualTheWhole()
    {
        const auto capture = captureOf(encodedTone(fecSettings(), 900), 1, 312, 100);
        const auto timeline = eventful(capture);
        const auto whole = renderedWhole(capture, timeline);
        auto renderer = Renderer::open(capture, timeline);
        std::mt19937 random(11);
        for (int64_t at = 0; at < renderer->frameCount();) {
            const int64_t count = std::min<int64_t>(random() % 3000 + 1, renderer->frameCount() - at);
            QVERIFY(rendered(*renderer, at, count) == part(whole, at, at + count));
            at += count;
        }
    }
    void jumpsBackAndForthEqualTheWhole()
    {
        const auto capture = captureOf(encodedTone(fecSettings(), 1500), 1, 312, 100);
        const auto timeline = eventful(capture);
        const auto whole = renderedWhole(capture, timeline);
        auto renderer = Renderer::open(capture, timeline);
        std::mt19937 random(5);
        for (int i = 0; i < 60; ++i) {
            const auto at = static_cast<int64_t>(random() % whole.size());
            const int64_t count = std::min<int64_t>(2000, static_cast<int64_t>(whole.size()) - at);
            QVERIFY(rendered(*renderer, at, count) == part(whole, at, at + count));
        }
    }
    void everyEventSoundsAsItsRepairSays()
    {
        const auto packets = encodedTone({}, 12);
        const auto capture = captureOf(packets, 1);
        const auto timeline = TimelineBuilder(capture)
                                  .packet(0)
                                  .packet(1)
                                  .loss(Repair::Silence, 20'000)
                                  .packet(3)
                                  .stall(10'000)
                                  .packet(4)
                                  .loss(Repair::Plc, 20'000)
                                  .packet(6)
                                  .build();
        const auto pcm = renderedWhole(capture, timeline);
        QCOMPARE(pcm.size(), size_t{480 * 15});
        auto decoder = Decoder::open(capture->head());
        std::vector<float> expected(960);
        const auto decodes = [&](uint32_t packet, int64_t at) {
            QVERIFY(decoder->decode(capture->payload(packet), expected));
            QVERIFY(part(pcm, at, at + 960) == expected);
        };
        // The decoder hears nothing of a silence or a stall.
        decodes(0, 0);
        decodes(1, 960);
        QVERIFY(isSilent(part(pcm, 1920, 2880)));
        decodes(3, 2880);
        QVERIFY(isSilent(part(pcm, 3840, 4320)));
        decodes(4, 4320);
        QVERIFY(decoder->conceal(MediaSpan(960), expected));
        QVERIFY(part(pcm, 5280, 6240) == expected);
        decodes(6, 6240);
    }
    void fecComesFromThePacketBehindTheGap()
    {
        const auto capture = captureOf(encodedTone(fecSettings(), 40), 1);
        TimelineBuilder builder(capture);
        for (uint32_t i = 0; i < 30; ++i)
            builder.packet(i);
        builder.loss(Repair::Plc, 20'000).loss(Repair::Fec, 20'000, 32).packet(32).packet(33);
        const auto pcm = renderedWhole(capture, builder.build());
        auto decoder = Decoder::open(capture->head());
        std::vector<float> expected(960);
        for (uint32_t i = 0; i < 30; ++i)
            QVERIFY(decoder->decode(capture->payload(i), expected));
        QVERIFY(decoder->conceal(MediaSpan(960), expected));
        QVERIFY(part(pcm, 960 * 30, 960 * 31) == expected);
        QVERIFY(decoder->decodeFec(capture->payload(32), MediaSpan(960), expected));
        QVERIFY(part(pcm, 960 * 31, 960 * 32) == expected);
        QVERIFY(decoder->decode(capture->payload(32), expected));
        QVERIFY(part(pcm, 960 * 32, 960 * 33) == expected);
    }
    void gapOfOddLengthIsConcealedToTheSample()
    {
        const auto capture = captureOf(encodedTone({}, 10), 1);
        const auto timeline =
            TimelineBuilder(capture).packet(0).packet(1).loss(Repair::Plc, 26'313).packet(4).build();
        const auto pcm = renderedWhole(capture, timeline);
        // 26.313 ms are 1263 samples: 20 ms, then the front of 7.5 ms.
        QCOMPARE(pcm.size(), size_t{3 * 960 + 1263});
        auto decoder = Decoder::open(capture->head());
        std::vector<float> expected(960);
        QVERIFY(decoder->decode(capture->payload(0), expected));
        QVERIFY(decoder->decode(capture->payload(1), expected));
        QVERIFY(decoder->conceal(MediaSpan(960), expected));
        QVERIFY(part(pcm, 1920, 2880) == expected);
        QVERIFY(decoder->conceal(MediaSpan(360), expected));
        QVERIFY(part(pcm, 2880, 3183) == part(expected, 0, 303));
        QVERIFY(decoder->decode(capture->payload(4), expected));
        QVERIFY(part(pcm, 3183, 4143) == expected);
    }
    void gapCutIntoEventsSoundsLikeOneGap()
    {
        const auto capture = captureOf(encodedTone({}, 10), 1);
        const auto one =
            TimelineBuilder(capture).packet(0).packet(1).loss(Repair::Plc, 53'000).packet(4).build();
        const auto many = TimelineBuilder(capture)
                              .packet(0)
                              .packet(1)
                              .loss(Repair::Plc, 11'125)
                              .loss(Repair::Plc, 21'875)
                              .loss(Repair::Plc, 20'000)
                              .packet(4)
                              .build();
        const auto a = renderedWhole(capture, one);
        const auto b = renderedWhole(capture, many);
        QCOMPARE(a.size(), b.size());
        QVERIFY(part(a, 0, 1920 + 1440) == part(b, 0, 1920 + 1440));
    }
    void stampsRoundedToMillisecondsLeaveNoSeam()
    {
        // 2.5 ms packets due at 0, 3, 5, 8 … ms.
        const auto packets = encodedTone({.frameDuration = MediaSpan(120), .signal = Signal::LowDelay}, 200);
        const auto capture = captureOf(packets, 1);
        TimelineBuilder builder(capture);
        for (uint32_t i = 0; i < 200; ++i)
            builder.packet(i, i % 2 == 0 ? 3'000 : 2'000);
        QVERIFY(renderedWhole(capture, builder.build()) == decodedByLibopus(packets, 1));
    }
    void soundStartsAtItsEventBeyondTheTolerance()
    {
        const auto packets = encodedTone({}, 4);
        const auto capture = captureOf(packets, 1);
        const auto plain = decodedByLibopus(packets, 1);
        const auto stretched = TimelineBuilder(capture).packet(0, 30'000).packet(1).build();
        const auto pcm = renderedWhole(capture, stretched);
        QVERIFY(part(pcm, 0, 960) == part(plain, 0, 960));
        QVERIFY(isSilent(part(pcm, 960, 1440)));
        QVERIFY(part(pcm, 1440, 2400) == part(plain, 960, 1920));
        const auto overlapped = TimelineBuilder(capture).packet(0, 10'000).packet(1).build();
        const auto cut = renderedWhole(capture, overlapped);
        QVERIFY(part(cut, 0, 480) == part(plain, 0, 480));
        QVERIFY(part(cut, 480, 1440) == part(plain, 960, 1920));
    }
    void packetThatLibopusRefusesIsConcealed()
    {
        auto parts = captureParts(encodedTone({}, 6), 1);
        // Three frames of one byte less than there is: not a multiple of three.
        const auto& record = parts.packets[2];
        parts.payload[record.payloadOffset] |= 3U;
        parts.payload[record.payloadOffset + 1] = 0x3f;
        const auto capture = std::make_shared<const Capture>(std::move(parts));
        const auto pcm = renderedWhole(capture, unimpaired(capture));
        QCOMPARE(pcm.size(), size_t{6 * 960});
        QVERIFY(!isSilent(part(pcm, 1920, 2880)));
    }
    void emptyFramesOfDtxAreConcealedByTheDecoder()
    {
        auto packets = encodedTone({}, 6);
        packets[3] = {packets[3][0]};
        packets[4] = {static_cast<uint8_t>(packets[4][0] | 1U)};
        const auto capture = captureOf(packets, 1);
        const auto pcm = renderedWhole(capture, unimpaired(capture));
        QCOMPARE(pcm.size(), size_t{7 * 960}); // the code 1 packet holds two frames
        QVERIFY(pcm == decodedByLibopus(packets, 1));
    }
    void originsOfThePcmAgreeWithTheTimeline_data()
    {
        QTest::addColumn<int>("strategy");
        QTest::addColumn<int>("frameSamples");
        for (const int samples : {120, 960, 2880}) {
            QTest::addRow("buffer, %d samples", samples) << static_cast<int>(Strategy::Buffer) << samples;
            QTest::addRow("realtime, %d samples", samples) << static_cast<int>(Strategy::Realtime) << samples;
            QTest::addRow("fixed, %d samples", samples) << static_cast<int>(Strategy::Fixed) << samples;
        }
    }
    void originsOfThePcmAgreeWithTheTimeline()
    {
        QFETCH(int, strategy);
        QFETCH(int, frameSamples);
        const auto capture = captureOf(encodedTone({.frameDuration = MediaSpan(frameSamples)}, 300), 1);
        NetworkSettings network;
        network.delay = receiverMilliseconds(30);
        network.jitter.spread = receiverMilliseconds(25);
        network.loss.rate = 0.1;
        BufferSettings buffer;
        buffer.strategy = static_cast<Strategy>(strategy);
        buffer.playoutDelay = receiverMilliseconds(20);
        for (uint64_t seed = 1; seed <= 3; ++seed) {
            const auto timeline = std::make_shared<const Timeline>(
                playOut(*capture, simulate(*capture, network, seed), buffer, Concealment::Silence));
            const auto pcm = renderedWhole(capture, timeline);
            const auto position = [&](ReceiverTime time) {
                return toMediaSpan(time - timeline->start()).ticks();
            };
            QCOMPARE(static_cast<int64_t>(pcm.size()), position(timeline->end()));
            for (const TimelineEvent& event : timeline->events) {
                const auto sound = part(pcm, position(event.start), position(event.end()));
                if (event.kind != EventKind::Packet)
                    QVERIFY(isSilent(sound));
                else if (event.packet > 3'000 / static_cast<uint32_t>(frameSamples) && sound.size() > 120)
                    QVERIFY(!isSilent(sound));
            }
        }
    }
    void hoursOfStallCostNothing()
    {
        const auto packets = encodedTone({}, 2);
        const auto capture = captureOf(packets, 1);
        const int64_t stall = int64_t{30} * 3600 * 1000 * 1000;
        const auto timeline = TimelineBuilder(capture).packet(0).stall(stall).packet(1).build();
        auto renderer = Renderer::open(capture, timeline);
        const int64_t last = renderer->frameCount() - 960;
        QCOMPARE(last, toMediaSpan(ReceiverSpan(stall)).ticks() + 960);
        QVERIFY(rendered(*renderer, last, 960) == part(decodedByLibopus(packets, 1), 960, 1920));
        QVERIFY(isSilent(rendered(*renderer, last - 5000, 5000)));
    }
    void framesBehindTheEndAreSilence()
    {
        const auto capture = captureOf(encodedTone({}, 3), 1);
        auto renderer = Renderer::open(capture, unimpaired(capture));
        const auto pcm = rendered(*renderer, 2000, 2000);
        QVERIFY(!isSilent(part(pcm, 0, 880)));
        QVERIFY(isSilent(part(pcm, 880, 2000)));
        QVERIFY(isSilent(rendered(*renderer, 1'000'000, 10)));
    }
    void emptyTimelineHasNoFrames()
    {
        const auto capture = captureOf(encodedTone({}, 1), 1);
        auto renderer = Renderer::open(capture, std::make_shared<const Timeline>());
        QCOMPARE(renderer->frameCount(), int64_t{0});
        QVERIFY(isSilent(rendered(*renderer, 0, 100)));
        QCOMPARE(renderer->timeOf(5), ReceiverTime(0));
    }
    void framesAndTimesGoTogether()
    {
        const auto capture = captureOf(encodedTone({}, 50), 1, 312, 100);
        TimelineBuilder builder(capture, 60'000);
        for (uint32_t i = 0; i < 50; ++i)
            builder.packet(i);
        auto renderer = Renderer::open(capture, builder.build());
        QCOMPARE(renderer->frameCount(), int64_t{50 * 960 - 412});
        QCOMPARE(renderer->timeOf(0), ReceiverTime(66'500));
        QCOMPARE(renderer->frameAt(ReceiverTime(0)), int64_t{0});
        QCOMPARE(renderer->frameAt(ReceiverTime(10'000'000)), renderer->frameCount());
        for (const int64_t frame : {0, 1, 47, 960, 20'000, 47'588})
            QCOMPARE(renderer->frameAt(renderer->timeOf(frame)), frame);
    }
    void cancelledRenderSaysSo()
    {
        const auto capture = captureOf(encodedTone({}, 50), 1);
        auto renderer = Renderer::open(capture, unimpaired(capture));
        std::stop_source source;
        source.request_stop();
        std::vector<float> out(100);
        const auto result = renderer->render(40'000, out, JobControl(source.get_token()));
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY(
            rendered(*renderer, 0, renderer->frameCount()) == renderedWhole(capture, unimpaired(capture)));
    }
    void warmUpIsNearlyExactAndExactnessReturns()
    {
        const auto packets = encodedTone({}, 1000);
        const auto capture = captureOf(packets, 1);
        const auto whole = decodedByLibopus(packets, 1);
        auto renderer = Renderer::open(capture, unimpaired(capture));
        renderer->setWarmUp(mediaMilliseconds(1000));
        const auto near = rendered(*renderer, 900'000, 960);
        for (size_t i = 0; i < near.size(); ++i)
            QVERIFY(std::abs(near[i] - whole[900'000 + i]) < 0.01F);
        renderer->setWarmUp(MediaSpan());
        QVERIFY(rendered(*renderer, 900'960, 960) == part(whole, 900'960, 901'920));
    }
    void unknownMappingIsRefused()
    {
        auto parts = captureParts(encodedTone({}, 1), 1);
        parts.head.mappingFamily = 7;
        const auto capture = std::make_shared<const Capture>(std::move(parts));
        QCOMPARE(
            Renderer::open(capture, std::make_shared<const Timeline>()).error().code, ErrorCode::Unsupported);
    }
};

QTEST_GUILESS_MAIN(TestRenderer)
#include "tst_renderer.moc"
