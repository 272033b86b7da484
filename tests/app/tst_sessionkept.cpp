#include "app/session.h"
#include "tests/app/plainengine.h"
#include "tests/support/samples.h"

#include <QSignalSpy>
#include <QTest>

using app::Session;
using app::SessionEngine;
using core::JobControl;
using test::plainEngine;
using test::withDelay;

namespace {

constexpr int limitMs = 20000;

} // namespace

// What a session does in advance for the scenarios that are compared.
class TestSessionKept : public QObject {
    Q_OBJECT

private slots:
    void keptScenariosAreAnalysedForAnotherCapture()
    {
        Session session(plainEngine());
        QSignalSpy known(&session, &Session::statisticsKnown);
        session.keep({withDelay(0), withDelay(1)});
        session.setScenario(withDelay(0));
        session.open(QStringLiteral("a.opus"));
        QTRY_COMPARE_WITH_TIMEOUT(known.count(), 1, limitMs);
        QCOMPARE(known[0][1].value<core::Statistics>().packetsSent, 100U);
        session.open(QStringLiteral("b.opus"));
        QTRY_COMPARE_WITH_TIMEOUT(known.count(), 2, limitMs);
        QCOMPARE(known[1][1].value<core::Statistics>().packetsSent, 200U);
    }

    // Results for all would not fit into the memory, but the comparison has its numbers.
    void keptScenariosOfALongCaptureAreCountedOnce()
    {
        SessionEngine engine = plainEngine();
        engine.open = [](const auto&, const JobControl&) {
            return core::Result<std::shared_ptr<const core::Capture>>(
                core::plainCapture(app::KeptResults::mostPackets * 2 / 5, core::mediaMilliseconds(20)));
        };
        core::Scenario rough = core::roughScenario(core::Strategy::Realtime, 3);
        Session session(engine);
        QSignalSpy known(&session, &Session::statisticsKnown);
        session.keep({withDelay(0), withDelay(1), rough});
        session.setScenario(withDelay(0));
        session.open(QStringLiteral("long.opus"));
        QTRY_COMPARE_WITH_TIMEOUT(known.count(), 2, 3 * limitMs); // in the background
        QVERIFY(known[1][0].value<core::Scenario>() == rough); // of which there is no room for a result
        const auto expected = core::analyze(session.capture(), rough).value()->statistics;
        const auto counted = known[1][1].value<core::Statistics>();
        QCOMPARE(counted.packetsLate, expected.packetsLate);
        QCOMPARE(counted.packetsFecRecovered, expected.packetsFecRecovered);
        QCOMPARE(counted.playout, expected.playout);
        QCOMPARE(counted.gaps, expected.gaps);
        QCOMPARE(counted.bufferWait.p95, expected.bufferWait.p95);
        session.setScenario(withDelay(0));
        session.keep({withDelay(0), withDelay(1), rough});
        QTest::qWait(0);
        QCOMPARE(known.count(), 2);
    }

    void damageOfAKeptScenarioIsMeasuredOnce()
    {
        core::Scenario few;
        few.network.loss.rate = 0.01;
        core::Scenario more;
        more.network.loss.rate = 0.02;
        Session session;
        size_t told = 0;
        connect(&session, &Session::damageFound, &session,
            [&told](const std::vector<app::GapDamage>& found) { told += found.size(); });
        session.keep({few, more});
        for (const core::Scenario& scenario : {few, more}) {
            told = 0;
            session.setScenario(scenario);
            if (!session.capture())
                session.open(QString::fromStdString(test::samplePath("speech.opus")));
            QTRY_VERIFY_WITH_TIMEOUT(session.analysis() && session.analysis()->scenario == scenario
                    && told >= session.analysis()->gaps.size(),
                limitMs);
        }
        QTest::qWait(200); // longer than a moving slider rests
        told = 0;
        session.setScenario(few);
        QVERIFY(session.analysis()->gaps.size() > 5);
        QCOMPARE(told, session.analysis()->gaps.size()); // at once
    }

    void resultsOfLongCapturesAreNotHeld()
    {
        const auto result = [](const core::Scenario& scenario, size_t packets) {
            auto analysis = std::make_shared<core::Analysis>();
            analysis->capture = core::plainCapture(packets, core::mediaMilliseconds(20));
            analysis->scenario = scenario;
            return app::FinishedAnalysis{analysis, {}, {}, 0, {}};
        };
        constexpr size_t most = app::KeptResults::mostPackets;
        app::KeptResults kept;
        kept.setScenarios({withDelay(1), withDelay(2)});
        kept.add(result(withDelay(1), most / 2 + 1));
        kept.add(result(withDelay(2), most / 2 + 1));
        QVERIFY(kept.find(withDelay(1)).has_value());
        QVERIFY(!kept.find(withDelay(2)));
        QVERIFY(!kept.firstUnknown(most / 2 + 1, withDelay(1)));
        QVERIFY(kept.firstUnknown(100, withDelay(1))->scenario == withDelay(2));
        QVERIFY(kept.firstUnknown(100, withDelay(1))->fits);
        kept.setScenarios({withDelay(1)}); // alone it is what is shown
        QVERIFY(!kept.find(withDelay(1)));
    }
};

QTEST_GUILESS_MAIN(TestSessionKept)
#include "tst_sessionkept.moc"
