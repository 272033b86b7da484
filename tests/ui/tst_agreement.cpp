#include "core/analysis/plotlevels.h"
#include "core/analysis/rangestatistics.h"
#include "core/opus/decoder.h"
#include "core/render/renderer.h"
#include "tests/support/sound.h"
#include "tests/ui/windowfixture.h"
#include "ui/format.h"
#include "ui/gapcell.h"
#include "ui/gapspage.h"
#include "ui/mainwindow.h"
#include "ui/packetspage.h"
#include "ui/resultspanel.h"
#include "ui/tableview.h"
#include "ui/timelineview.h"

#include <QTest>
#include <algorithm>
#include <numeric>
#include <random>
#include <span>
#include <vector>

using namespace ui;
using core::Gap;
using core::Origin;
using core::ReceiverSpan;

namespace {

// Enough packets for far more gaps than are picked.
constexpr size_t packetCount = 6000;
constexpr size_t pickedGaps = 200;
constexpr size_t packetFrames = 960;

core::Scenario scenarioWith(core::Concealment concealment, core::Strategy strategy = core::Strategy::Fixed)
{
    core::Scenario scenario = test::busyScenario();
    scenario.network.loss.rate = 0.1;
    scenario.network.loss.burst = 1.5;
    scenario.concealment = concealment;
    scenario.buffer.strategy = strategy;
    if (strategy == core::Strategy::Realtime) { // with gaps that starve and stalls before them
        scenario.buffer.playoutDelay = {};
        scenario.buffer.lossThreshold = core::receiverMilliseconds(20);
    }
    return scenario;
}

// The same 200 of them at every run.
std::vector<uint32_t> pickGaps(const core::Analysis& analysis)
{
    std::vector<uint32_t> all(analysis.gaps.size());
    std::iota(all.begin(), all.end(), 0U);
    std::vector<uint32_t> picked;
    std::ranges::sample(all, std::back_inserter(picked), pickedGaps, std::mt19937(20261122));
    return picked;
}

std::vector<float> rendered(const std::shared_ptr<const core::Analysis>& analysis, core::Renderer& renderer)
{
    std::vector<float> pcm(static_cast<size_t>(renderer.frameCount()) * analysis->capture->channels());
    if (!renderer.render(0, pcm))
        return {};
    return pcm;
}

// What a decoder makes of the packets one by one: those played, of one repaired by FEC what the next one
// carries of it, of the others nothing.
std::vector<float> decodedByFates(const core::Analysis& analysis)
{
    const core::Capture& capture = *analysis.capture;
    auto decoder = core::Decoder::open(capture.head()).value();
    std::vector<float> pcm(capture.packets().size() * packetFrames);
    constexpr core::MediaSpan duration(packetFrames);
    for (uint32_t i = 0; i < capture.packets().size(); ++i) {
        const core::PacketOutcome& outcome = analysis.timeline.outcomes[i];
        const auto out = std::span(pcm).subspan(size_t{i} * packetFrames, packetFrames);
        const auto done = outcome.fate == core::Fate::Played ? decoder.decode(capture.payload(i), out)
            : outcome.repair == core::Repair::Fec ? decoder.decodeFec(capture.payload(i + 1), duration, out)
                                                  : decoder.conceal(duration, out);
        if (!done || *done != packetFrames)
            return {};
    }
    return pcm;
}

bool isSilent(std::span<const float> samples)
{
    return std::ranges::all_of(samples, [](float sample) { return sample == 0; });
}

} // namespace

// Table, timeline, statistics and sound are four ways to one analysis: gap by gap they tell the same.
class AgreementTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { test::failOnWarnings(); }
    void eventsOfAGapAreExactlyItsLength_data() { concealments(); }
    void eventsOfAGapAreExactlyItsLength();
    void statisticsOfAGapAreTheGap_data() { concealments(); }
    void statisticsOfAGapAreTheGap();
    void lanesShowNothingDecodedInAGap_data() { concealments(); }
    void lanesShowNothingDecodedInAGap();
    void soundIsSilentInTheGapsAndNowhereElse_data();
    void soundIsSilentInTheGapsAndNowhereElse();
    void concealedSoundGoesOnThroughEveryGap();
    void concealedSoundIsWhatTheDecoderMakesOfItsNeighbours_data();
    void concealedSoundIsWhatTheDecoderMakesOfItsNeighbours();
    void tableAndTimelineFollowTheGapThatIsChosen();

private:
    static void concealments();
    [[nodiscard]] std::shared_ptr<const core::Analysis> analysisUnderTest() const;

    std::shared_ptr<const core::Capture> m_capture;
};

void AgreementTest::concealments()
{
    QTest::addColumn<core::Concealment>("concealment");
    QTest::addColumn<core::Strategy>("strategy");
    QTest::newRow("silence") << core::Concealment::Silence << core::Strategy::Fixed;
    QTest::newRow("plc") << core::Concealment::Plc << core::Strategy::Fixed;
    QTest::newRow("fec") << core::Concealment::Fec << core::Strategy::Fixed;
    QTest::newRow("realtime") << core::Concealment::Fec << core::Strategy::Realtime;
    QTest::newRow("realtime-silence") << core::Concealment::Silence << core::Strategy::Realtime;
}

std::shared_ptr<const core::Analysis> AgreementTest::analysisUnderTest() const
{
    QFETCH(core::Concealment, concealment);
    QFETCH(core::Strategy, strategy);
    return test::analysisOf(m_capture, scenarioWith(concealment, strategy));
}

void AgreementTest::initTestCase()
{
    core::EncoderSettings settings;
    settings.hasFec = true;
    settings.expectedLossPercent = 20;
    m_capture = test::captureOf(test::encodedTone(settings, packetCount), 1);
    QVERIFY(test::analysisOf(m_capture, scenarioWith(core::Concealment::Fec))->gaps.size() > pickedGaps);
    const auto realtime =
        test::analysisOf(m_capture, scenarioWith(core::Concealment::Fec, core::Strategy::Realtime));
    QVERIFY(realtime->gaps.size() > pickedGaps);
    QVERIFY(realtime->statistics.stall > ReceiverSpan());
    QVERIFY(std::ranges::any_of(
        realtime->gaps, [](const Gap& gap) { return gap.cause == core::Cause::Starved; }));
}

void AgreementTest::eventsOfAGapAreExactlyItsLength()
{
    const auto analysis = analysisUnderTest();
    const auto& events = analysis->timeline.events;
    for (const uint32_t index : pickGaps(*analysis)) {
        const Gap& gap = analysis->gaps[index];
        const size_t end = gap.firstEvent + gap.eventCount;
        QCOMPARE(events[gap.firstEvent].start, gap.start);
        QCOMPARE(events[end - 1].end(), gap.start + gap.length);
        for (size_t event = gap.firstEvent; event < end; ++event)
            QCOMPARE(events[event].kind, core::EventKind::Loss);
        if (gap.firstEvent > 0)
            QVERIFY(events[gap.firstEvent - 1].kind != core::EventKind::Loss);
        if (end < events.size())
            QVERIFY(events[end].kind != core::EventKind::Loss);
        if (gap.firstPacket == core::noPacket) // time went by, but no packet was given up
            QCOMPARE(gap.cause, core::Cause::Starved);
        for (uint32_t packet = gap.firstPacket; packet != core::noPacket && packet <= gap.lastPacket;
             ++packet)
            QVERIFY(analysis->timeline.outcomes[packet].fate != core::Fate::Played);
    }
}

void AgreementTest::statisticsOfAGapAreTheGap()
{
    const auto analysis = analysisUnderTest();
    const core::PlotLevels levels = core::PlotLevels::build(*analysis);
    for (const uint32_t index : pickGaps(*analysis)) {
        const Gap& gap = analysis->gaps[index];
        const core::Statistics statistics =
            core::computeRangeStatistics(*analysis, levels, gap.start, gap.start + gap.length);
        QCOMPARE(statistics.playout, gap.length);
        QCOMPARE(statistics.decoded, ReceiverSpan());
        QCOMPARE(statistics.stall, ReceiverSpan());
        QCOMPARE(statistics.fec, gap.fec);
        QCOMPARE(statistics.plc, gap.plc);
        QCOMPARE(statistics.silence, gap.silence);
        QCOMPARE(statistics.gaps, 1U);
        QCOMPARE(statistics.longestGap, gap.length);
    }
}

void AgreementTest::lanesShowNothingDecodedInAGap()
{
    const auto analysis = analysisUnderTest();
    const core::PlotLevels levels = core::PlotLevels::build(*analysis);
    for (const uint32_t index : pickGaps(*analysis)) {
        const Gap& gap = analysis->gaps[index];
        std::vector<core::PlotCell> columns(7);
        levels.query(*analysis, gap.start, gap.start + gap.length, columns);
        core::PlotCell whole;
        for (const core::PlotCell& column : columns)
            whole.include(column);
        QCOMPARE(whole.from(Origin::Decoded), ReceiverSpan());
        QCOMPARE(whole.from(Origin::Fec), gap.fec);
        QCOMPARE(whole.from(Origin::Concealed), gap.plc);
        QCOMPARE(whole.from(Origin::Silence), gap.silence);
    }
}

void AgreementTest::soundIsSilentInTheGapsAndNowhereElse_data()
{
    QTest::addColumn<core::Strategy>("strategy");
    QTest::newRow("fixed") << core::Strategy::Fixed;
    QTest::newRow("realtime") << core::Strategy::Realtime;
}

// Nowhere else but where playout stood still.
void AgreementTest::soundIsSilentInTheGapsAndNowhereElse()
{
    QFETCH(core::Strategy, strategy);
    const auto analysis = test::analysisOf(m_capture, scenarioWith(core::Concealment::Silence, strategy));
    const auto& events = analysis->timeline.events;
    const auto isPacket = [&events](size_t event) {
        return event < events.size() && events[event].kind == core::EventKind::Packet;
    };
    auto renderer = core::Renderer::open(m_capture, core::timelineOf(analysis));
    QVERIFY(renderer);
    const std::vector<float> pcm = rendered(analysis, *renderer);
    const std::span<const float> sound(pcm);
    constexpr size_t twoMilliseconds = 96;
    for (const uint32_t index : pickGaps(*analysis)) {
        const Gap& gap = analysis->gaps[index];
        const auto begin = static_cast<size_t>(renderer->frameAt(gap.start));
        const auto end = static_cast<size_t>(renderer->frameAt(gap.start + gap.length));
        QCOMPARE(end - begin, static_cast<size_t>(core::toMediaSpan(gap.length).ticks()));
        QVERIFY2(isSilent(sound.subspan(begin, end - begin)), qPrintable(clockText(gap.start)));
        if (isPacket(gap.firstEvent - 1))
            QVERIFY2(!isSilent(sound.subspan(begin - twoMilliseconds, twoMilliseconds)),
                qPrintable(clockText(gap.start)));
        if (isPacket(gap.firstEvent + gap.eventCount))
            QVERIFY2(!isSilent(sound.subspan(end, twoMilliseconds)), qPrintable(clockText(gap.start)));
    }
}

void AgreementTest::concealedSoundGoesOnThroughEveryGap()
{
    const auto analysis = test::analysisOf(m_capture, scenarioWith(core::Concealment::Fec));
    auto renderer = core::Renderer::open(m_capture, core::timelineOf(analysis));
    QVERIFY(renderer);
    const std::vector<float> pcm = rendered(analysis, *renderer);
    for (const uint32_t index : pickGaps(*analysis)) {
        const Gap& gap = analysis->gaps[index];
        QCOMPARE(gap.silence, ReceiverSpan());
        const auto begin = static_cast<size_t>(renderer->frameAt(gap.start));
        QVERIFY2(!isSilent(std::span(pcm).subspan(begin, 120)), qPrintable(clockText(gap.start)));
    }
}

void AgreementTest::concealedSoundIsWhatTheDecoderMakesOfItsNeighbours_data()
{
    QTest::addColumn<core::Concealment>("concealment");
    QTest::newRow("plc") << core::Concealment::Plc;
    QTest::newRow("fec") << core::Concealment::Fec;
}

// Decoded packet by packet from the fates alone, without playout and renderer.
void AgreementTest::concealedSoundIsWhatTheDecoderMakesOfItsNeighbours()
{
    QFETCH(core::Concealment, concealment);
    const auto analysis = test::analysisOf(m_capture, scenarioWith(concealment));
    auto renderer = core::Renderer::open(m_capture, core::timelineOf(analysis));
    QVERIFY(renderer);
    const std::vector<float> pcm = rendered(analysis, *renderer);
    const std::vector<float> expected = decodedByFates(*analysis);
    QCOMPARE(pcm.size(), expected.size());
    bool hasFec = false;
    for (const uint32_t index : pickGaps(*analysis)) {
        const Gap& gap = analysis->gaps[index];
        const size_t begin = size_t{gap.firstPacket} * packetFrames;
        const size_t end = (size_t{gap.lastPacket} + 1) * packetFrames;
        QCOMPARE(renderer->frameAt(gap.start), static_cast<int64_t>(begin));
        QCOMPARE(renderer->frameAt(gap.start + gap.length), static_cast<int64_t>(end));
        QVERIFY2(std::equal(pcm.begin() + static_cast<std::ptrdiff_t>(begin),
                     pcm.begin() + static_cast<std::ptrdiff_t>(end),
                     expected.begin() + static_cast<std::ptrdiff_t>(begin)),
            qPrintable(clockText(gap.start)));
        hasFec = hasFec || gap.fec > ReceiverSpan();
    }
    QCOMPARE(hasFec, concealment == core::Concealment::Fec);
}

void AgreementTest::tableAndTimelineFollowTheGapThatIsChosen()
{
    const auto analysis = test::analysisOf(m_capture, scenarioWith(core::Concealment::Fec));
    MainWindow window;
    window.resize(1440, 900);
    window.showCapture(m_capture);
    window.showAnalysis(
        analysis, std::make_shared<const core::PlotLevels>(core::PlotLevels::build(*analysis)), 1);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    auto& results = *window.findChild<ResultsPanel*>();
    const auto& gaps = *window.findChild<GapsPage*>();
    const auto& packets = *window.findChild<PacketsPage*>();
    const auto& timeline = *window.findChild<TimelineView*>();
    results.setCurrentIndex(1);
    TableView& table = gaps.table();

    for (const uint32_t index : pickGaps(*analysis)) {
        const Gap& gap = analysis->gaps[index];
        const QModelIndex cell = table.model()->index(gaps.model().rowOf(index), 0);
        QCOMPARE(cell.data().toString(), clockText(gap.start));
        const auto textOf = [&cell](GapColumn column) {
            return cell.siblingAtColumn(static_cast<int>(column)).data().toString();
        };
        QCOMPARE(textOf(GapColumn::Length), gapLengthText(gap));
        QCOMPARE(textOf(GapColumn::Cause), gapCauseText(gap));
        QCOMPARE(textOf(GapColumn::Repair), gapRepairText(gap));
        QCOMPARE(textOf(GapColumn::Packets), gapPacketsText(gap));
        table.scrollTo(cell);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(cell).center());
        QTest::keyClick(&table, Qt::Key_Return);
        QCOMPARE(results.currentGap()->start, gap.start);
        QCOMPARE(window.playhead(), gap.start);
        QVERIFY(timeline.visibleRange().begin <= gap.start);
        QVERIFY(timeline.visibleRange().end >= gap.start + gap.length);
        QCOMPARE(packets.table().currentIndex().row(), static_cast<int>(gap.firstPacket));
    }
}

WINDOW_TEST_MAIN(AgreementTest)
#include "tst_agreement.moc"
