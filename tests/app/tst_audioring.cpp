#include "app/audioring.h"

#include <QTest>
#include <thread>
#include <vector>

using app::AudioRing;

namespace {

// A frame that tells its own place; exact in float for the places used here.
AudioRing::Frame frameOf(uint64_t place)
{
    const auto value = static_cast<float>(place);
    return {value, -value};
}

std::vector<AudioRing::Frame> framesFrom(uint64_t place, size_t count)
{
    std::vector<AudioRing::Frame> frames;
    for (size_t i = 0; i < count; ++i)
        frames.push_back(frameOf(place + i));
    return frames;
}

constexpr uint64_t stressFrames = 500'000;

// Writes all places in order, in pieces of changing size; now and then passes over what is unread.
void produce(AudioRing& ring)
{
    for (uint64_t round = 0; ring.written() < stressFrames; ++round) {
        const uint64_t count = std::min({ring.space(), 1 + round % 37, stressFrames - ring.written()});
        if (count == 0) {
            std::this_thread::yield();
            continue;
        }
        const uint64_t begin = ring.written();
        ring.write(framesFrom(begin, count));
        if (round % 101 == 0)
            ring.discardBefore(begin);
    }
}

} // namespace

class TestAudioRing : public QObject {
    Q_OBJECT

private slots:
    void handsOutInOrderWhatWasWritten()
    {
        AudioRing ring(8);
        std::vector<AudioRing::Frame> out(5);
        for (uint64_t place = 0; place < 50; place += 5) {
            ring.write(framesFrom(place, 5));
            const auto read = ring.read(out);
            QCOMPARE(read.place, place);
            QCOMPARE(read.count, 5U);
            QVERIFY(out == framesFrom(place, 5));
        }
    }

    void leavesTheRestAloneWhenThereIsTooLittle()
    {
        AudioRing ring(8);
        ring.write(framesFrom(0, 2));
        std::vector<AudioRing::Frame> out(4, {7, 7});
        QCOMPARE(ring.read(out).count, 2U);
        QVERIFY((out[2] == AudioRing::Frame{7, 7}));
        QCOMPARE(ring.read(out).count, 0U);
    }

    void countsSpaceAndFill()
    {
        AudioRing ring(8);
        QCOMPARE(ring.space(), 8U);
        ring.write(framesFrom(0, 6));
        QCOMPARE(ring.space(), 2U);
        QCOMPARE(ring.fill(), 6U);
    }

    void passesOverWhatWasDiscarded()
    {
        AudioRing ring(16);
        ring.write(framesFrom(0, 10));
        ring.discardBefore(6);
        QCOMPARE(ring.fill(), 4U);
        std::vector<AudioRing::Frame> out(8);
        const auto read = ring.read(out);
        QCOMPARE(read.place, 6U);
        QCOMPARE(read.count, 4U);
        QCOMPARE(out[0], frameOf(6));
        QCOMPARE(ring.space(), 16U);
    }

    void losesNothingBetweenTwoThreads()
    {
        AudioRing ring(256);
        const std::jthread producer([&ring] { produce(ring); });
        std::vector<AudioRing::Frame> out(61);
        uint64_t next = 0;
        bool isRight = true;
        while (next < stressFrames) {
            const auto read = ring.read(out);
            isRight = isRight && read.place >= next;
            for (uint64_t i = 0; i < read.count; ++i)
                isRight = isRight && out[i] == frameOf(read.place + i);
            next = read.place + read.count;
            if (read.count == 0)
                std::this_thread::yield();
        }
        QVERIFY(isRight);
    }
};

QTEST_APPLESS_MAIN(TestAudioRing)
#include "tst_audioring.moc"
