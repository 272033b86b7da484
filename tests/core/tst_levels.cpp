#include "core/render/levels.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

using namespace core;

namespace {

std::vector<float> noise(size_t samples)
{
    std::mt19937 random(3);
    std::uniform_real_distribution<float> level(-1.1F, 1.1F);
    std::vector<float> pcm(samples);
    for (size_t i = 0; i < samples; ++i)
        pcm[i] = level(random) * (i / 5000 % 3 == 0 ? 0.1F : 1.0F);
    return pcm;
}

int16_t scaled(float value)
{
    return static_cast<int16_t>(std::lround(std::clamp(value, -1.0F, 1.0F) * 32767.0F));
}

// The blocks that hold frames [from, to), looked at sample by sample.
MinMax bruteForce(const std::vector<float>& pcm, int channels, int64_t from, int64_t to)
{
    const int64_t frames = static_cast<int64_t>(pcm.size()) / channels;
    from = from / WaveformLevels::blockFrames * WaveformLevels::blockFrames;
    to = (to + WaveformLevels::blockFrames - 1) / WaveformLevels::blockFrames * WaveformLevels::blockFrames;
    const auto first = pcm.begin() + from * channels;
    const auto last = pcm.begin() + std::min(to, frames) * channels;
    return {scaled(*std::min_element(first, last)), scaled(*std::max_element(first, last))};
}

} // namespace

class TestLevels : public QObject {
    Q_OBJECT
private slots:
    void columnsAreWhatTheSamplesSay_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("frames");
        QTest::addColumn<int>("begin");
        QTest::addColumn<int>("end");
        QTest::addColumn<int>("columns");
        QTest::newRow("all, mono") << 1 << 500'003 << 0 << 500'003 << 1600;
        QTest::newRow("all, stereo") << 2 << 300'000 << 0 << 300'000 << 77;
        QTest::newRow("one column") << 2 << 300'001 << 0 << 300'001 << 1;
        QTest::newRow("inside") << 1 << 500'003 << 12'345 << 345'678 << 100;
        QTest::newRow("narrower than blocks") << 1 << 50'000 << 1000 << 3000 << 500;
        QTest::newRow("one block") << 1 << 100 << 0 << 100 << 3;
        QTest::newRow("exactly one block") << 1 << 256 << 0 << 256 << 2;
        QTest::newRow("power of four blocks") << 1 << 256 * 256 << 0 << 256 * 256 << 4;
        QTest::newRow("one block more") << 1 << 256 * 257 << 0 << 256 * 257 << 3;
    }
    void columnsAreWhatTheSamplesSay()
    {
        QFETCH(int, channels);
        QFETCH(int, frames);
        QFETCH(int, begin);
        QFETCH(int, end);
        QFETCH(int, columns);
        const auto pcm = noise(static_cast<size_t>(frames) * static_cast<size_t>(channels));
        WaveformLevels levels(frames);
        levels.fill(0, pcm, channels);
        QCOMPARE(levels.filledShare(), 1.0);
        std::vector<WaveformLevels::Column> out(static_cast<size_t>(columns));
        levels.query(begin, end, out);
        for (int i = 0; i < columns; ++i) {
            const double width = static_cast<double>(end - begin) / columns;
            const auto from = begin + static_cast<int64_t>(i * width);
            const auto to = std::max(from + 1, begin + static_cast<int64_t>((i + 1) * width));
            QVERIFY(out[static_cast<size_t>(i)].isFilled);
            QCOMPARE(out[static_cast<size_t>(i)].range, bruteForce(pcm, channels, from, to));
        }
    }
    void anyOrderOfFillingGivesTheSame()
    {
        const auto pcm = noise(100'100);
        WaveformLevels forward(100'100);
        forward.fill(0, pcm, 1);
        WaveformLevels shuffled(100'100);
        std::vector<int64_t> starts;
        for (int64_t start = 0; start < 100'100; start += 1024)
            starts.push_back(start);
        std::mt19937 random(1);
        std::shuffle(starts.begin(), starts.end(), random);
        for (const int64_t start : starts) {
            const auto length = static_cast<size_t>(std::min<int64_t>(1024, 100'100 - start));
            shuffled.fill(start, std::span(pcm).subspan(static_cast<size_t>(start), length), 1);
        }
        for (const int columns : {1, 7, 100, 391}) {
            std::vector<WaveformLevels::Column> a(static_cast<size_t>(columns));
            std::vector<WaveformLevels::Column> b(a.size());
            forward.query(0, 100'100, a);
            shuffled.query(0, 100'100, b);
            for (size_t i = 0; i < a.size(); ++i) {
                QCOMPARE(a[i].range, b[i].range);
                QCOMPARE(a[i].isFilled, b[i].isFilled);
            }
        }
    }
    void whatIsNotFilledYetIsToldApart()
    {
        WaveformLevels levels(256 * 1000);
        const std::vector<float> loud(256 * 500, 0.5F);
        levels.fill(0, loud, 1);
        QCOMPARE(levels.filledShare(), 0.5);
        std::vector<WaveformLevels::Column> out(4);
        levels.query(0, 256 * 1000, out);
        QVERIFY(out[0].isFilled && out[1].isFilled && !out[2].isFilled && !out[3].isFilled);
        QCOMPARE(out[1].range, (MinMax{16384, 16384}));
        QCOMPARE(out[2].range, MinMax{});
        // Half a column already shows what is there.
        levels.query(0, 256 * 1000, std::span(out).first(1));
        QVERIFY(!out[0].isFilled);
        QCOMPARE(out[0].range, (MinMax{16384, 16384}));
    }
    void fillingAgainReplaces()
    {
        WaveformLevels levels(512);
        levels.fill(0, std::vector<float>(512, 1.0F), 1);
        levels.fill(0, std::vector<float>(512, 0.0F), 1);
        QCOMPARE(levels.filledShare(), 1.0);
        std::vector<WaveformLevels::Column> out(1);
        levels.query(0, 512, out);
        QCOMPARE(out[0].range, MinMax{});
    }
    void snapshotStaysAsItIs()
    {
        constexpr int64_t blocks = 5000;
        const std::vector<float> loud(256 * blocks, 0.5F);
        const std::vector<float> silent(256 * blocks, 0.0F);
        WaveformLevels levels(256 * blocks);
        levels.fill(0, std::span(loud).first(256 * 1500), 1);
        const WaveformLevels before = levels.snapshot();
        levels.fill(256 * 1000, std::span(silent).first(256 * 1000), 1);
        WaveformLevels behind = levels.snapshot();
        behind.fill(0, silent, 1);

        std::vector<WaveformLevels::Column> out(5);
        const auto highest = [&out](const WaveformLevels& picture) {
            picture.query(0, 256 * blocks, out);
            return std::array{out[0].range.high, out[1].range.high, out[2].range.high};
        };
        QCOMPARE(highest(before), (std::array<int16_t, 3>{16384, 16384, 0}));
        QVERIFY(out[0].isFilled && !out[1].isFilled && !out[2].isFilled);
        QCOMPARE(before.filledShare(), 0.3);
        QCOMPARE(highest(levels), (std::array<int16_t, 3>{16384, 0, 0}));
        QVERIFY(out[1].isFilled && !out[2].isFilled);
        QCOMPARE(levels.filledShare(), 0.4);
        QCOMPARE(highest(behind), (std::array<int16_t, 3>{0, 0, 0}));
        QVERIFY(out[4].isFilled);
    }
    void coarseBlocksAreEightFineOnesWhateverTheOrder()
    {
        constexpr int64_t frames = 256 * 9000 + 100;
        const auto pcm = noise(frames);
        WaveformLevels fine(frames);
        WaveformLevels coarse(frames, WaveformLevels::Detail::Coarse);
        fine.fill(0, pcm, 1);
        std::vector<int64_t> starts;
        for (int64_t start = 0; start < frames; start += int64_t{256} * 375)
            starts.push_back(start);
        std::mt19937 random(1);
        std::shuffle(starts.begin(), starts.end(), random);
        for (const int64_t start : starts) {
            const auto rest = std::span(pcm).subspan(static_cast<size_t>(start));
            // A sketch first, as of what is looked at.
            coarse.fill(start, rest.first(std::min<size_t>(rest.size(), 1024)), 1);
            coarse.fill(start, rest.first(std::min<size_t>(rest.size(), size_t{256} * 375)), 1);
        }
        QCOMPARE(coarse.filledShare(), 1.0);
        const size_t blocks = (frames + 2047) / 2048;
        std::vector<WaveformLevels::Column> expected(blocks);
        std::vector<WaveformLevels::Column> found(blocks);
        fine.query(0, static_cast<int64_t>(blocks) * 2048, expected);
        coarse.query(0, static_cast<int64_t>(blocks) * 2048, found);
        for (size_t i = 0; i < blocks; ++i) {
            QCOMPARE(found[i].range, expected[i].range);
            QVERIFY(found[i].isFilled);
        }
    }
    void framesOutsideAreEmpty()
    {
        WaveformLevels levels(1000);
        levels.fill(0, std::vector<float>(1000, -2.0F), 1);
        std::vector<WaveformLevels::Column> out(4);
        levels.query(-1000, 3000, out);
        QVERIFY(!out[0].isFilled && out[1].isFilled && !out[2].isFilled && !out[3].isFilled);
        QCOMPARE(out[1].range, (MinMax{-32767, -32767}));
    }
    void emptyPcmIsComplete()
    {
        const WaveformLevels levels(0);
        QCOMPARE(levels.filledShare(), 1.0);
        std::vector<WaveformLevels::Column> out(2);
        levels.query(0, 100, out);
        QVERIFY(!out[0].isFilled);
    }
};

QTEST_GUILESS_MAIN(TestLevels)
#include "tst_levels.moc"
