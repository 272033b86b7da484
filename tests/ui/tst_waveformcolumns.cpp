#include "ui/waveformcolumns.h"

#include <QTest>
#include <cmath>

using core::WaveformLevels;
using ui::waveformColumns;

namespace {

constexpr int64_t blockFrames = WaveformLevels::blockFrames;
constexpr int blocks = 100;

// Each block is louder than the one before it.
WaveformLevels rising()
{
    WaveformLevels levels(blocks * blockFrames);
    for (int block = 0; block < blocks; ++block)
        levels.fill(
            block * blockFrames, std::vector<float>(blockFrames, 0.01F * static_cast<float>(block)), 1);
    return levels;
}

ui::TimeRange rangeOf(int64_t beginFrame, int64_t endFrame)
{
    const auto timeOf = [](int64_t frame) { return core::ReceiverTime(frame * 1000000 / 48000); };
    return {timeOf(beginFrame), timeOf(endFrame)};
}

} // namespace

class WaveformColumnsTest : public QObject {
    Q_OBJECT

private slots:
    void holdWhatTheLevelsHoldWhereAPixelIsWiderThanABlock()
    {
        const WaveformLevels levels = rising();
        const auto columns = waveformColumns(levels, {}, rangeOf(0, blocks * blockFrames), 10);
        std::vector<WaveformLevels::Column> expected(10);
        levels.query(0, blocks * blockFrames, expected);
        for (size_t i = 0; i < columns.size(); ++i)
            QCOMPARE(columns[i].range.high, expected[i].range.high);
    }

    void goThroughTheMiddlesOfBlocksWithoutSteps()
    {
        const WaveformLevels levels = rising();
        const auto columns = waveformColumns(levels, {}, rangeOf(40 * blockFrames, 50 * blockFrames), 200);
        for (size_t i = 0; i < columns.size(); ++i) {
            QVERIFY(columns[i].isFilled);
            const double expected = 327.67 * (39.5 + (static_cast<double>(i) + 0.5) / 20);
            QVERIFY(std::abs(columns[i].range.high - expected) < 8); // a step would be 327
        }
    }

    void endWhereTheSoundEnds()
    {
        const WaveformLevels levels = rising();
        const auto columns =
            waveformColumns(levels, {}, rangeOf((blocks - 1) * blockFrames, (blocks + 1) * blockFrames), 200);
        QVERIFY(columns[99].isFilled && columns[99].range.high > 32000);
        QVERIFY(!columns[100].isFilled && columns[100].range.high == 0);
        const auto before = waveformColumns(levels, {}, rangeOf(-blockFrames, blockFrames), 200);
        QVERIFY(!before[99].isFilled && before[100].isFilled);
    }

    void areUnknownWhereNothingIsFilledYet()
    {
        WaveformLevels levels(blocks * blockFrames);
        levels.fill(0, std::vector<float>(blockFrames, 0.5F), 1);
        const auto columns = waveformColumns(levels, {}, rangeOf(0, 4 * blockFrames), 200);
        QVERIFY(columns[25].isFilled && !columns[75].isFilled);
    }
};

QTEST_GUILESS_MAIN(WaveformColumnsTest)
#include "tst_waveformcolumns.moc"
