#include "app/session.h"
#include "tests/support/plaincapture.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <vector>

using app::Session;
using app::SessionEngine;
using core::JobControl;

namespace {

constexpr int limitMs = 20000;
constexpr ui::TimeRange view{core::ReceiverTime(3'600'000'000), core::ReceiverTime(3'610'000'000)};

core::Scenario withDelay(int milliseconds)
{
    core::Scenario scenario;
    scenario.network.delay = core::receiverMilliseconds(milliseconds);
    return scenario;
}

// An engine with a capture of so many packets, each run of which waits for the test.
SessionEngine waitingEngine(size_t packets, QSemaphore& started, QSemaphore& goOn)
{
    SessionEngine engine = SessionEngine::real();
    engine.open = [packets](const auto&, const JobControl&) {
        return core::Result<std::shared_ptr<const core::Capture>>(
            core::plainCapture(packets, core::mediaMilliseconds(20)));
    };
    engine.analyze = [&](auto capture, const core::Scenario& scenario, auto arrivals, const JobControl& job) {
        started.release();
        goOn.acquire();
        return core::analyzeArrivals(capture, scenario, arrivals, job);
    };
    return engine;
}

} // namespace

// Of a long capture an estimate is shown first.
class SessionDraftTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_session = std::make_unique<Session>(waitingEngine(m_packets, m_started, m_goOn));
        connect(m_session.get(), &Session::draftReady, this, [this](const auto& draft) {
            m_drafts.push_back(draft);
            m_order.append(QStringLiteral("draft"));
        });
        connect(m_session.get(), &Session::analysisReady, this,
            [this] { m_order.append(QStringLiteral("analysis")); });
        m_session->setVisibleRange(view.begin, view.end);
    }
    void cleanup()
    {
        m_goOn.release(1000);
        m_session.reset();
        m_drafts.clear();
        m_order.clear();
        m_started.acquire(m_started.available());
        m_goOn.acquire(m_goOn.available());
    }

    void comesWhileTheCaptureIsBeingAnalysed()
    {
        m_session->open(QStringLiteral("long.opus"));
        QTRY_COMPARE_WITH_TIMEOUT(m_drafts.size(), size_t(1), limitMs);
        QVERIFY(m_drafts[0]->range == view);
        QVERIFY(m_drafts[0]->analysis->scenario == core::Scenario());
        QCOMPARE(m_drafts[0]->excerpt.thinning(), 1);
        m_goOn.release(1);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->analysis() != nullptr, limitMs);
        QCOMPARE(m_order, QStringList({QStringLiteral("draft"), QStringLiteral("analysis")}));
    }

    // What is shown last is always the newest.
    void isShownAgainBehindAnOlderAnalysis()
    {
        m_session->open(QStringLiteral("long.opus"));
        QTRY_COMPARE_WITH_TIMEOUT(m_started.available(), 1, limitMs);
        m_session->setScenario(withDelay(7));
        QTRY_VERIFY_WITH_TIMEOUT(
            !m_drafts.empty() && m_drafts.back()->analysis->scenario == withDelay(7), limitMs);
        m_order.clear();
        m_goOn.release(1);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_order, QStringList({QStringLiteral("analysis"), QStringLiteral("draft")}), limitMs);
        QVERIFY(m_drafts.back()->analysis->scenario == withDelay(7));
        m_goOn.release(1);
        QTRY_COMPARE_WITH_TIMEOUT(m_order.count(QStringLiteral("analysis")), 2, limitMs);
        QCOMPARE(m_order.last(), QStringLiteral("analysis"));
        QVERIFY(m_session->analysis()->scenario == withDelay(7));
    }

    void ofAShortCaptureThereIsNone()
    {
        m_packets = 200'000;
        cleanup();
        init();
        m_session->open(QStringLiteral("short.opus"));
        m_goOn.release(1);
        QTRY_VERIFY_WITH_TIMEOUT(m_session->analysis() != nullptr, limitMs);
        QVERIFY(m_drafts.empty());
    }

private:
    size_t m_packets = 1'000'001;
    QSemaphore m_started, m_goOn;
    std::unique_ptr<Session> m_session;
    std::vector<std::shared_ptr<const ui::Draft>> m_drafts;
    QStringList m_order;
};

QTEST_GUILESS_MAIN(SessionDraftTest)
#include "tst_sessiondraft.moc"
