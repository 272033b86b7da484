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
    for (uint64_t round = 0; ring.end() < stressFrames; ++round) {
        const uint64_t count = std::min({ring.space(), 1 + round % 37, stressFrames - ring.end()});
        if (count == 0) {
            std::this_thread::yield();
            continue;
        }
        const uint64_t begin = ring.end();
        ring.write(framesFrom(begin, count));
        ring.handOver();
        if (round % 101 == 0)
            ring.discardBefore(begin);
    }
}

// The same audio over and over: each frame tells which of it it is. Now and then what is unread is replaced
// by another writing of the same.
void produceWithSplices(AudioRing& ring, const std::stop_token& stop)
{
    uint64_t next = 0; // of the audio
    uint64_t audio = 0, place = 0; // that audio stands at that place, and so on from there
    const auto write = [&](uint64_t count) {
        ring.write(framesFrom(next, count));
        next += count;
    };
    for (uint64_t round = 0; !stop.stop_requested(); ++round) {
        const uint64_t from = ring.nextRead();
        if (round % 7 == 0 && from >= place && from < ring.end() && ring.canSplice() && ring.space() > 400) {
            const uint64_t mark = ring.end();
            next = audio = audio + (from - place);
            place = mark;
            while (ring.end() < mark + (ring.nextRead() - from) + 64 && ring.space() > 0)
                write(1);
            ring.splice(from, mark);
        } else {
            write(std::min<uint64_t>(ring.space(), 1 + round % 61));
            ring.handOver();
        }
        if (ring.space() < 400)
            std::this_thread::yield();
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
            ring.handOver();
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
        ring.handOver();
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
        QCOMPARE(ring.fill(), 0U);
        ring.handOver();
        QCOMPARE(ring.space(), 2U);
        QCOMPARE(ring.fill(), 6U);
    }

    void passesOverWhatWasDiscarded()
    {
        AudioRing ring(16);
        ring.write(framesFrom(0, 10));
        ring.handOver();
        ring.discardBefore(6);
        QCOMPARE(ring.fill(), 4U);
        std::vector<AudioRing::Frame> out(8);
        const auto read = ring.read(out);
        QCOMPARE(read.place, 6U);
        QCOMPARE(read.count, 4U);
        QCOMPARE(out[0], frameOf(6));
        QCOMPARE(ring.space(), 16U);
    }

    void goesOverToTheFrameThatBelongsThere()
    {
        AudioRing ring(4096);
        ring.write(framesFrom(0, 1000));
        ring.handOver();
        std::vector<AudioRing::Frame> out(300);
        (void)ring.read(out);
        const uint64_t from = ring.nextRead();
        ring.write(framesFrom(5000, 1000)); // stands for what is at 300
        QCOMPARE(ring.read(out).place, 300U);
        QVERIFY(out == framesFrom(300, 300));
        ring.splice(from, 1000);
        QCOMPARE(ring.fill(), 700U);
        QVERIFY(!ring.canSplice());
        const auto read = ring.read(out);
        QVERIFY(ring.canSplice());
        QCOMPARE(read.place, 1300U);
        QCOMPARE(read.count, 300U);
        QVERIFY((std::vector(out.begin() + 240, out.end()) == framesFrom(5300 + 240, 60)));
        // A line from one to the other: each frame lies between its neighbours.
        QVERIFY(out[0][0] > 600 && out[0][0] < 700);
        QVERIFY(out[239][0] > 5500 && out[239][0] < 5539);
        QVERIFY(std::ranges::is_sorted(out));
    }

    void fadesOverPiecesAsOverTheWhole()
    {
        const auto heard = [](size_t piece) {
            AudioRing ring(4096);
            ring.write(framesFrom(0, 1000));
            ring.handOver();
            ring.write(framesFrom(5000, 1000));
            ring.splice(0, 1000);
            std::vector<AudioRing::Frame> all, out(piece);
            while (all.size() < 480) {
                (void)ring.read(out);
                all.insert(all.end(), out.begin(), out.end());
            }
            return all;
        };
        QVERIFY(heard(480) == heard(16));
    }

    void goesOverAlsoWhenEverythingBeforeWasTaken()
    {
        AudioRing ring(4096);
        ring.write(framesFrom(0, 100));
        ring.handOver();
        const uint64_t from = ring.nextRead();
        ring.write(framesFrom(100, 50));
        std::vector<AudioRing::Frame> out(200);
        QCOMPARE(ring.read(out).count, 100U);
        ring.splice(from, 100); // too little: the consumer is 50 frames ahead
        QCOMPARE(ring.read(out).count, 0U);
        ring.write(framesFrom(150, 10));
        ring.handOver();
        QCOMPARE(ring.read(out).place, 150U);
    }

    void seeksPastASplice()
    {
        AudioRing ring(4096);
        ring.write(framesFrom(0, 100));
        ring.handOver();
        ring.write(framesFrom(100, 200));
        ring.splice(0, 100);
        ring.write(framesFrom(300, 50));
        ring.handOver();
        ring.discardBefore(300);
        std::vector<AudioRing::Frame> out(50);
        QCOMPARE(ring.read(out).place, 300U);
        QVERIFY(out == framesFrom(300, 50));
        QVERIFY(ring.canSplice());
    }

    void splicesWithoutAGapBetweenTwoThreads()
    {
        AudioRing ring(2048);
        const std::jthread producer([&ring](const std::stop_token& stop) { produceWithSplices(ring, stop); });
        std::vector<AudioRing::Frame> out(61);
        float next = 0;
        bool isRight = true;
        while (next < static_cast<float>(stressFrames)) {
            const auto read = ring.read(out);
            for (uint64_t i = 0; i < read.count; ++i)
                isRight = isRight && std::abs(out[i][0] - next++) < 0.1F;
            if (read.count == 0)
                std::this_thread::yield();
        }
        QVERIFY(isRight);
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
