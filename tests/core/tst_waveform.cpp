#include "core/render/renderer.h"
#include "core/render/waveform.h"
#include "tests/support/sound.h"

#include <QTest>

#include <algorithm>
#include <mutex>
#include <vector>

using namespace core;
using namespace test;

namespace {

constexpr uint32_t packetCount = 1200; // 24 s, more than is there at once
constexpr int64_t second = 1000000;

using Levels = std::shared_ptr<const WaveformLevels>;
using Columns = std::vector<WaveformLevels::Column>;

std::shared_ptr<const Capture> toneCapture()
{
    static const auto capture = captureOf(encodedTone(EncoderSettings(), packetCount), 1);
    return capture;
}

// Packets with a gap now and then.
std::shared_ptr<const Timeline> gappyTimeline()
{
    TimelineBuilder builder(toneCapture());
    for (uint32_t i = 0; i < packetCount; ++i) {
        if (i % 50 == 49)
            builder.loss(Repair::Plc, 20000);
        else
            builder.packet(i);
    }
    return builder.build();
}

// A column for every block.
Columns blocksOf(const WaveformLevels& levels)
{
    Columns columns(static_cast<size_t>(levels.frameCount() / WaveformLevels::blockFrames));
    levels.query(0, static_cast<int64_t>(columns.size()) * WaveformLevels::blockFrames, columns);
    return columns;
}

bool areSame(const Columns& a, const Columns& b)
{
    return std::ranges::equal(
        a, b, [](const auto& x, const auto& y) { return x.range == y.range && x.isFilled == y.isFilled; });
}

// What was published, in order.
struct Published {
    std::vector<Levels> all;
    Result<void> result;
};

Published build(int64_t beginUs, int64_t endUs, size_t workers, const JobControl& job = {})
{
    Published published;
    const RenderFocus focus{beginUs, endUs};
    const auto publish = [&](const Levels& levels, ReceiverTime) { published.all.push_back(levels); };
    published.result =
        buildWaveform({toneCapture(), gappyTimeline(), publish, [] { return false; }}, focus, job, workers);
    return published;
}

size_t filledCount(const Columns& columns)
{
    return static_cast<size_t>(
        std::ranges::count_if(columns, [](const auto& each) { return each.isFilled; }));
}

} // namespace

class TestWaveform : public QObject {
    Q_OBJECT

private slots:
    void isTheSameWhateverTheOrder_data()
    {
        QTest::addColumn<int>("workers");
        QTest::addColumn<qint64>("begin");
        QTest::addColumn<qint64>("end");
        QTest::newRow("one thread from the middle") << 1 << qint64(11 * second) << qint64(13 * second);
        QTest::newRow("one thread behind a sketch") << 1 << qint64(0) << qint64(24 * second);
        QTest::newRow("three threads") << 3 << qint64(0) << qint64(second);
        QTest::newRow("three threads from the end") << 3 << qint64(23 * second) << qint64(24 * second);
        QTest::newRow("four threads behind a sketch") << 4 << qint64(second) << qint64(23 * second);
        QTest::newRow("nothing looked at") << 2 << qint64(0) << qint64(0);
        QTest::newRow("looked at outside") << 2 << qint64(-9 * second) << qint64(900 * second);
    }
    void isTheSameWhateverTheOrder()
    {
        QFETCH(const int, workers);
        QFETCH(const qint64, begin);
        QFETCH(const qint64, end);
        static const Columns expected = blocksOf(*build(0, second, 1).all.back());
        QCOMPARE(filledCount(expected), expected.size());
        const Published published = build(begin, end, static_cast<size_t>(workers));
        QVERIFY(published.result.has_value());
        QVERIFY(areSame(blocksOf(*published.all.back()), expected));
    }

    void firstComesWhatIsLookedAt()
    {
        const Published published = build(15 * second, 17 * second, 1);
        const auto& first = *published.all.front();
        Columns columns(100);
        first.query(int64_t{15} * 48000, int64_t{17} * 48000, columns);
        QCOMPARE(filledCount(columns), columns.size());
        QVERIFY(first.filledShare() < 0.2);
        QCOMPARE(published.all.back()->filledShare(), 1.0);
    }

    // By turns with what is near to the view.
    void thenComesWhatIsNearToThePlayhead()
    {
        std::vector<Levels> pictures;
        const RenderFocus focus{2 * second, 3 * second, 15 * second};
        const auto publish = [&](const Levels& levels, ReceiverTime) { pictures.push_back(levels); };
        QVERIFY(buildWaveform({toneCapture(), gappyTimeline(), publish, [] { return true; }}, focus, {}, 1));
        const auto isThere = [](const Levels& levels, int64_t at) {
            Columns columns(10);
            levels->query(at * 48000, (at + 1) * 48000, columns);
            return filledCount(columns) == columns.size();
        };
        QVERIFY(pictures.size() > 4);
        QVERIFY(isThere(pictures[0], 2) && !isThere(pictures[0], 4) && !isThere(pictures[0], 15));
        QVERIFY(isThere(pictures[2], 2) && isThere(pictures[2], 4) && isThere(pictures[2], 15));
        QVERIFY(isThere(pictures[4], 6) && isThere(pictures[4], 17) && !isThere(pictures[4], 0));
    }

    void aSketchShowsEverythingBeforeAnyPartIsWhole()
    {
        const Published published = build(0, 24 * second, 1);
        Columns columns(100);
        published.all.front()->query(0, published.all.front()->frameCount(), columns);
        QCOMPARE(filledCount(columns), size_t(0));
        QVERIFY(std::ranges::all_of(
            columns, [](const auto& column) { return column.range.high > column.range.low; }));
    }

    void aFifthOfTheSketchIsTheFirstPicture()
    {
        const Columns blocks = blocksOf(*build(0, 24 * second, 1).all.front());
        const auto sampled = std::ranges::count_if(
            blocks, [](const auto& block) { return block.range.high > block.range.low; });
        // 160 samples of four blocks; where a sample ends within a block, that one shows something too.
        QVERIFY2(sampled > 0 && sampled <= 160 * 5, qPrintable(QString::number(sampled)));
    }

    void looksLikeTheSound()
    {
        const auto capture = toneCapture();
        const auto timeline = gappyTimeline();
        auto renderer = Renderer::open(capture, timeline);
        WaveformLevels exact(renderer->frameCount());
        std::vector<float> pcm(static_cast<size_t>(renderer->frameCount()));
        QVERIFY(renderer->render(0, pcm).has_value());
        exact.fill(0, pcm, 1);
        Columns wanted(500);
        Columns found(500);
        exact.query(0, exact.frameCount(), wanted);
        build(0, second, 2).all.back()->query(0, exact.frameCount(), found);
        int64_t difference = 0;
        for (size_t i = 0; i < wanted.size(); ++i)
            difference += std::abs(wanted[i].range.high - found[i].range.high);
        QVERIFY2(difference < 500 * int64_t{300}, qPrintable(QString::number(difference)));
    }

    void isEmptyWhereNothingIsPlayed()
    {
        Published published;
        const auto publish = [&](const Levels& levels, ReceiverTime) { published.all.push_back(levels); };
        const RenderFocus focus{0, second};
        const auto nothing = std::make_shared<const Timeline>();
        QVERIFY(buildWaveform({toneCapture(), nothing, publish, [] { return false; }}, focus, {}, 2));
        QCOMPARE(published.all.size(), size_t{1});
        const WaveformLevels& picture = *published.all.front();
        QCOMPARE(picture.frameCount(), 0);
        Columns columns(3, {{-5, 5}, true});
        picture.query(0, picture.frameCount(), columns);
        QVERIFY(areSame(columns, Columns(3)));
        picture.query(-1000, 1000, columns);
        QVERIFY(areSame(columns, Columns(3)));
    }

    void stopsWhenItIsNotWantedAnyMore()
    {
        std::stop_source stop;
        const RenderFocus focus{0, second};
        int published = 0;
        const auto publish = [&](const Levels&, ReceiverTime) {
            ++published;
            stop.request_stop();
        };
        const Result<void> result =
            buildWaveform({toneCapture(), gappyTimeline(), publish, [] { return true; }}, focus,
                JobControl(stop.get_token()), 3);
        QVERIFY(!result.has_value());
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QCOMPARE(published, 1);
    }

    void tellsHowMuchIsDone()
    {
        std::vector<double> told;
        (void)build(0, second, 2, JobControl({}, [&](double done) { told.push_back(done); }));
        QVERIFY(std::ranges::is_sorted(told));
        QCOMPARE(told.back(), 1.0);
    }
};

QTEST_APPLESS_MAIN(TestWaveform)
#include "tst_waveform.moc"
