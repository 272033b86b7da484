#include "core/analysis/excerpt.h"
#include "tests/support/plaincapture.h"
#include "tests/ui/timelinestage.h"
#include "tests/ui/windowfixture.h"
#include "ui/draft.h"

#include <QMouseEvent>
#include <algorithm>

using namespace test;
using ui::TimeRange;

namespace {

constexpr size_t manyPackets = 600'000; // more than three hours

// Losses that do not hang together, so that a stretch can be told exactly.
core::Scenario scenarioWith(double lossRate, int playoutDelayMs)
{
    core::Scenario scenario = core::roughScenario(core::Strategy::Fixed, 4);
    scenario.network.loss.model = core::LossModel::Random;
    scenario.network.loss.burst = 1;
    scenario.network.loss.rate = lossRate;
    scenario.network.reorder.rate = 0;
    scenario.buffer.playoutDelay = core::receiverMilliseconds(playoutDelayMs);
    return scenario;
}

std::shared_ptr<const ui::Draft> draftOf(
    const core::Capture& capture, const core::Scenario& scenario, TimeRange range)
{
    core::Excerpt excerpt = core::Excerpt::of(capture, {range.begin, range.end});
    const auto analysis = core::analyze(excerpt.capture(), scenario).value();
    return std::make_shared<const ui::Draft>(ui::Draft{excerpt, range, analysis, levelsOf(*analysis)});
}

// The share of the pixels of an area that differ.
double difference(const QImage& a, const QImage& b, QRect area)
{
    int different = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            different += a.pixel(x, y) != b.pixel(x, y) ? 1 : 0;
    }
    return different / (1.0 * area.width() * area.height());
}

constexpr QRect lanes(60, 90, 830, 500); // without overview and the header of the first lane
constexpr QRect firstHeader(60, 60, 830, 26);

} // namespace

// What the timeline shows of a long capture until it is analysed.
class DraftTest : public QObject, TimelineStage {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        prepare();
        m_capture = core::plainCapture(manyPackets, core::mediaMilliseconds(20));
        m_before = core::analyze(m_capture, scenarioWith(0.02, 80)).value();
        m_after = core::analyze(m_capture, scenarioWith(0.12, 30)).value();
    }
    void init()
    {
        open();
        show(m_before);
    }
    void cleanup() { close(); }
    void ofAShortStretchIsThePictureOfTheAnalysis();
    void ofTheWholeCaptureShowsTheNewScenarioAtOnce();
    void isWhatIsRecordedWhileItIsShown();
    void isHeadedAsAnEstimateUntilTheAnalysisIsThere();
    void ofAnotherRangeIsPassedOver();
    void hasNoPacketsToPointAt();
    void leavesTheStaircaseOfAThinnedStretchAsItIs();

private:
    QImage pictureOf(TimeRange range, const QString& name);

    std::shared_ptr<const core::Capture> m_capture;
    std::shared_ptr<const core::Analysis> m_before, m_after;
};

QImage DraftTest::pictureOf(TimeRange range, const QString& name)
{
    m_view->setVisibleRange(range);
    return picture(name);
}

void DraftTest::ofAShortStretchIsThePictureOfTheAnalysis()
{
    const TimeRange range{milliseconds(3'000'000), milliseconds(3'004'000)};
    const QImage before = pictureOf(range, QStringLiteral("draft-before"));
    m_view->showDraft(draftOf(*m_capture, m_after->scenario, range));
    const QImage draft = picture(QStringLiteral("draft-short"));
    m_view->showAnalysis(m_after, levelsOf(*m_after));
    const QImage after = picture(QStringLiteral("draft-after"));
    QVERIFY(difference(before, after, lanes) > 0.05);
    QCOMPARE(difference(draft, after, lanes), 0.0);
}

void DraftTest::ofTheWholeCaptureShowsTheNewScenarioAtOnce()
{
    const TimeRange range = m_view->visibleRange();
    const QImage before = pictureOf(range, QStringLiteral("draft-whole-before"));
    const auto draftShown = draftOf(*m_capture, m_after->scenario, range);
    QVERIFY(draftShown->excerpt.thinning() > 4);
    m_view->showDraft(draftShown);
    const QImage draft = picture(QStringLiteral("draft-whole"));
    QVERIFY(difference(before, draft, lanes) > 0.05);
    m_view->showAnalysis(m_after, levelsOf(*m_after));
    picture(QStringLiteral("draft-whole-after")); // to be compared by eye: thinner columns, the same levels
}

void DraftTest::isWhatIsRecordedWhileItIsShown()
{
    const TimeRange range = m_view->visibleRange();
    const QImage before = pictureOf(range, QStringLiteral("draft-record-before"));
    m_view->showDraft(draftOf(*m_capture, m_after->scenario, range));
    const QImage draft = picture(QStringLiteral("draft-record"));
    const QImage saved = imageOf(recorded(*m_view));
    QVERIFY(shareOfOthers(before, saved) > 0.03);
    QVERIFY2(shareOfOthers(draft, saved) < 0.01, qPrintable(QString::number(shareOfOthers(draft, saved))));
}

void DraftTest::isHeadedAsAnEstimateUntilTheAnalysisIsThere()
{
    const TimeRange range = m_view->visibleRange();
    const QImage before = pictureOf(range, QStringLiteral("draft-head-before"));
    m_view->showDraft(draftOf(*m_capture, m_after->scenario, range));
    const QImage draft = picture(QStringLiteral("draft-head"));
    m_view->showAnalysis(m_after, levelsOf(*m_after));
    const QImage after = picture(QStringLiteral("draft-head-after"));
    QVERIFY(difference(before, draft, firstHeader) > 0.01);
    QCOMPARE(difference(before, after, firstHeader), 0.0);
}

void DraftTest::ofAnotherRangeIsPassedOver()
{
    const TimeRange range{milliseconds(3'000'000), milliseconds(3'004'000)};
    const QImage before = pictureOf(range, QStringLiteral("draft-other-before"));
    m_view->showDraft(
        draftOf(*m_capture, m_after->scenario, {range.begin, range.end + core::ReceiverSpan(1)}));
    QCOMPARE(picture(QStringLiteral("draft-other")), before);
    // And what was drawn of a range goes with it.
    m_view->showDraft(draftOf(*m_capture, m_after->scenario, range));
    waitForFrame();
    m_view->panRight();
    m_view->panLeft();
    m_view->setVisibleRange(range);
    QCOMPARE(picture(QStringLiteral("draft-gone")), before);
}

void DraftTest::hasNoPacketsToPointAt()
{
    const TimeRange range{milliseconds(3'000'000), milliseconds(3'001'000)};
    pictureOf(range, QStringLiteral("draft-point-before"));
    int selected = 0;
    connect(m_view.get(), &ui::TimelineView::packetSelected, this, [&selected] { ++selected; });
    const auto clickEverywhere = [this] {
        const QRect place = lanes.intersected(plot().rect());
        for (int y = place.top(); y < place.bottom() - 300; y += 12)
            QTest::mouseClick(&plot(), Qt::LeftButton, {}, QPoint(place.center().x(), y));
    };
    clickEverywhere();
    QVERIFY(selected > 0);
    selected = 0;
    m_view->showDraft(draftOf(*m_capture, m_after->scenario, range));
    waitForFrame();
    clickEverywhere();
    QCOMPARE(selected, 0);
}

void DraftTest::leavesTheStaircaseOfAThinnedStretchAsItIs()
{
    m_view->setArrivalView(ui::ArrivalView::Staircase);
    const TimeRange range = m_view->visibleRange();
    const QImage before = pictureOf(range, QStringLiteral("draft-stairs-before"));
    m_view->showDraft(draftOf(*m_capture, m_after->scenario, range));
    const QImage draft = picture(QStringLiteral("draft-stairs"));
    QCOMPARE(difference(before, draft, QRect(60, 90, 830, 150)), 0.0);
    QVERIFY(difference(before, draft, lanes) > 0.01);
}

QTEST_MAIN(DraftTest)
#include "tst_draft.moc"
