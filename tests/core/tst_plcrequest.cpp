#include "core/repair/plcrequest.h"

#include <QTest>

#include <opus.h>

using namespace core;

namespace {

using Packets = std::vector<std::vector<uint8_t>>;

Packets requestsAfter(uint8_t toc, double milliseconds)
{
    const Toc previous(toc);
    return plcRequests({&previous, 1}, MediaSpan(static_cast<int64_t>(milliseconds * 48)));
}

constexpr uint8_t tocOf(int configuration, int stereo = 0)
{
    return static_cast<uint8_t>(configuration << 3 | stereo << 2);
}

} // namespace

class TestPlcRequest : public QObject {
    Q_OBJECT
private slots:
    void exampleOfTheSpecification()
    {
        // RFC 7845 §4.1: 95 ms behind 20 ms SILK are four 20 ms frames, one of 10 ms, one of 5 ms CELT.
        const Packets expected{{tocOf(1) | 3, 4}, {tocOf(0)}, {tocOf(17)}};
        QCOMPARE(requestsAfter(tocOf(1), 95), expected);
    }
    void otherGapsByHand_data()
    {
        QTest::addColumn<int>("toc");
        QTest::addColumn<double>("milliseconds");
        QTest::addColumn<QByteArray>("packets"); // in hexadecimal, divided by spaces
        QTest::newRow("one frame") << int{tocOf(1)} << 20.0 << QByteArray("08");
        QTest::newRow("code bits of the packet before are left out")
            << (tocOf(1) | 3) << 20.0 << QByteArray("08");
        QTest::newRow("stereo stays") << int{tocOf(9, 1)} << 40.0 << QByteArray("4f02");
        QTest::newRow("95 ms of 20 ms CELT") << int{tocOf(31)} << 95.0 << QByteArray("fb04 eb03");
        QTest::newRow("2.5 ms behind wideband SILK") << int{tocOf(9)} << 2.5 << QByteArray("a0");
        QTest::newRow("mediumband leaves to wideband") << int{tocOf(5)} << 27.5 << QByteArray("28 a303");
        QTest::newRow("narrowband stays narrow") << int{tocOf(1)} << 25.0 << QByteArray("08 88");
        QTest::newRow("super-wideband hybrid") << int{tocOf(13)} << 32.5 << QByteArray("68 60 c0");
        QTest::newRow("fullband hybrid, stereo") << int{tocOf(15, 1)} << 35.0 << QByteArray("7c 74 ec");
        QTest::newRow("60 ms SILK") << int{tocOf(11)} << 170.0 << QByteArray("5b02 4305");
        QTest::newRow("longer than a packet") << int{tocOf(9)} << 300.0 << QByteArray("4b06 4b06 4b03");
        QTest::newRow("2.5 ms CELT") << int{tocOf(28)} << 122.5 << QByteArray("e330 e0");
        QTest::newRow("nothing") << int{tocOf(1)} << 0.0 << QByteArray();
    }
    void otherGapsByHand()
    {
        QFETCH(int, toc);
        QFETCH(double, milliseconds);
        QFETCH(QByteArray, packets);
        QByteArrayList found;
        for (const auto& packet : requestsAfter(static_cast<uint8_t>(toc), milliseconds))
            found << QByteArray(
                reinterpret_cast<const char*>(packet.data()), static_cast<qsizetype>(packet.size()))
                         .toHex();
        QCOMPARE(found.join(' '), packets);
    }
    void everyConfigurationFillsEveryGap()
    {
        for (int configuration = 0; configuration < 32; ++configuration) {
            const Toc previous(tocOf(configuration, configuration % 2));
            for (int64_t samples = 120; samples <= 24000; samples += 120)
                checkGap(previous, samples);
        }
    }
    void streamsOfAMultistreamPacketKeepTheirOwnMode()
    {
        const std::vector<Toc> previous{Toc(tocOf(31, 1)), Toc(tocOf(1))};
        const auto packets = plcRequests(previous, MediaSpan(960 * 2 + 240));
        // Two frames of 20 ms each, then 5 ms, which SILK has not. The first stream is self-delimited.
        const Packets expected{{tocOf(31, 1) | 3, 2, 0, tocOf(1) | 3, 2}, {tocOf(29, 1), 0, tocOf(17)}};
        QCOMPARE(packets, expected);
        for (const auto& packet : packets)
            QVERIFY(parseMultistream(packet, 2).has_value());
    }
    void streamsOfOtherFrameSizesLastAsLong()
    {
        const std::vector<Toc> previous{Toc(tocOf(31)), Toc(tocOf(11)), Toc(tocOf(28))};
        for (int64_t samples = 120; samples <= 12000; samples += 120) {
            int64_t total = 0;
            for (const auto& packet : plcRequests(previous, MediaSpan(samples))) {
                const auto layout = parseMultistream(packet, 3);
                QVERIFY(layout.has_value());
                total += layout->duration().ticks();
            }
            QCOMPARE(total, samples);
        }
    }
    void readsTheTocOfEachStream()
    {
        const std::vector<uint8_t> packet{tocOf(31, 1), 2, 7, 7, tocOf(1), 9};
        const auto tocs = streamTocs(packet, 2);
        QVERIFY(tocs.has_value());
        QCOMPARE(tocs->size(), size_t{2});
        QCOMPARE(tocs->at(0).byte(), tocOf(31, 1));
        QCOMPARE(tocs->at(1).byte(), tocOf(1));
        QVERIFY(!streamTocs({}, 1));
        QVERIFY(!streamTocs(packet, 5));
    }

private:
    static void checkGap(Toc previous, int64_t samples)
    {
        int64_t total = 0;
        bool hasChanged = false;
        bool isCelt = false;
        for (const auto& packet : plcRequests({&previous, 1}, MediaSpan(samples))) {
            const auto layout = parsePacket(packet);
            QVERIFY(layout.has_value());
            QCOMPARE(opus_packet_get_nb_samples(packet.data(), static_cast<int>(packet.size()), 48000),
                static_cast<int>(layout->duration().ticks()));
            for (size_t frame = 0; frame < layout->frameCount; ++frame)
                QCOMPARE(layout->frameBytes.at(frame), uint16_t{0});
            QCOMPARE(layout->toc.isStereo(), previous.isStereo());
            const bool isSame = layout->toc.configuration() == previous.configuration();
            // Once the frame size has changed it does not change back, nor does the mode.
            QVERIFY(!hasChanged || !isSame);
            hasChanged = hasChanged || !isSame;
            QVERIFY(!isCelt || layout->toc.mode() == CodecMode::Celt);
            isCelt = layout->toc.mode() == CodecMode::Celt;
            // What is left for another configuration would not fill a frame of the old one.
            if (!isSame)
                QVERIFY(samples - total < previous.frameDuration().ticks());
            if (layout->toc.mode() != previous.mode())
                QVERIFY(samples - total < 480);
            total += layout->duration().ticks();
        }
        QCOMPARE(total, samples);
    }
};

QTEST_GUILESS_MAIN(TestPlcRequest)
#include "tst_plcrequest.moc"
