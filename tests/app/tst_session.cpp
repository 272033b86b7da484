#include "app/session.h"
#include "tests/app/plainengine.h"
#include "tests/support/plaincapture.h"
#include "tests/support/samples.h"

#include <QDir>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <algorithm>
#include <atomic>

using app::Session;
using app::SessionEngine;
using core::JobControl;
using test::captureOf;
using test::plainEngine;
using test::withDelay;

namespace {

constexpr int limitMs = 20000;

// An engine whose work waits until the test lets it go on.
struct Gate {
    QSemaphore started;
    QSemaphore goOn;
    std::atomic<int> runs = 0;

    void pass()
    {
        ++runs;
        started.release();
        goOn.acquire();
    }
};

} // namespace

class TestSession : public QObject {
    Q_OBJECT

private slots:
    void manyQuickChangesEndInTheNewestByFewRuns()
    {
        Gate gate;
        SessionEngine engine = plainEngine();
        engine.analyze = [&](auto capture, const core::Scenario& scenario, auto arrivals,
                             const JobControl& job) {
            gate.pass();
            return core::analyzeArrivals(capture, scenario, arrivals, job);
        };
        Session session(engine);
        session.open(QStringLiteral("a.opus"));
        QTRY_COMPARE_WITH_TIMEOUT(gate.runs.load(), 1, limitMs);
        for (int delay = 1; delay <= 100; ++delay)
            session.setScenario(withDelay(delay));
        gate.goOn.release(2);
        QTRY_VERIFY_WITH_TIMEOUT(
            session.analysis() && session.analysis()->scenario == withDelay(100), limitMs);
        QCOMPARE(gate.runs.load(), 2);
        gate.goOn.release(1000);
    }

    // A third result beside the one on view and the one that waits would take too much memory.
    void ofALongCaptureTheNextRunBeginsWhenTheLastIsShown()
    {
        Gate gate;
        std::atomic<int> shown = 0;
        std::atomic<int> shownBeforeLastRun = -1;
        SessionEngine engine = plainEngine();
        engine.open = [](const auto&, const JobControl&) {
            return core::Result<std::shared_ptr<const core::Capture>>(
                core::plainCapture(1000001, core::mediaMilliseconds(20)));
        };
        engine.analyze = [&](auto capture, const core::Scenario& scenario, auto arrivals,
                             const JobControl& job) {
            shownBeforeLastRun = shown.load();
            gate.pass();
            return core::analyzeArrivals(capture, scenario, arrivals, job);
        };
        Session session(engine);
        connect(&session, &Session::analysisReady, this, [&shown] { ++shown; });
        session.open(QStringLiteral("day.opus"));
        QTRY_COMPARE_WITH_TIMEOUT(gate.runs.load(), 1, limitMs);
        for (int delay = 1; delay <= 10; ++delay)
            session.setScenario(withDelay(delay));
        gate.goOn.release(1000);
        QTRY_VERIFY_WITH_TIMEOUT(
            session.analysis() && session.analysis()->scenario == withDelay(10), limitMs);
        QCOMPARE(gate.runs.load(), 2);
        QCOMPARE(shownBeforeLastRun.load(), 1);
    }

    void theSameScenarioIsNotAnalysedAgain()
    {
        Session session(plainEngine());
        QSignalSpy analyses(&session, &Session::analysisReady);
        session.open(QStringLiteral("a.opus"));
        QTRY_COMPARE_WITH_TIMEOUT(analyses.count(), 1, limitMs);
        session.setScenario(session.scenario());
        session.setScenario(withDelay(5));
        QTRY_COMPARE_WITH_TIMEOUT(analyses.count(), 2, limitMs);
        QCOMPARE(session.analysis()->scenario, withDelay(5));
    }

    void theFileOpenedLastWins()
    {
        Gate gate;
        SessionEngine engine = plainEngine();
        engine.open = [&](const std::filesystem::path& path, const JobControl&) {
            if (path == "a.opus")
                gate.pass();
            return core::Result<std::shared_ptr<const core::Capture>>(captureOf(path));
        };
        Session session(engine);
        QSignalSpy opened(&session, &Session::captureOpened);
        session.open(QStringLiteral("a.opus"));
        QVERIFY(gate.started.tryAcquire(1, limitMs));
        session.open(QStringLiteral("b.opus"));
        gate.goOn.release(1000);
        QTRY_VERIFY_WITH_TIMEOUT(session.analysis() != nullptr, limitMs);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][1].toString(), QStringLiteral("b.opus"));
        QCOMPARE(session.capture()->packets().size(), size_t(200));
    }

    void goingBackToAKeptScenarioNeedsNoRun()
    {
        std::atomic<int> runs = 0;
        SessionEngine engine = plainEngine();
        engine.analyze = [&](auto capture, const core::Scenario& scenario, auto arrivals,
                             const JobControl& job) {
            ++runs;
            return core::analyzeArrivals(capture, scenario, arrivals, job);
        };
        Session session(engine);
        QSignalSpy known(&session, &Session::statisticsKnown);
        QSignalSpy tradeOffs(&session, &Session::tradeOffReady);
        session.setScenario(withDelay(1));
        session.keep({withDelay(1), withDelay(2), withDelay(3), withDelay(2)});
        session.open(QStringLiteral("a.opus"));
        QTRY_COMPARE_WITH_TIMEOUT(known.count(), 2, limitMs); // the two that are not shown
        QTRY_VERIFY_WITH_TIMEOUT(session.analysis() != nullptr, limitMs);
        QCOMPARE(runs.load(), 3);
        tradeOffs.clear();
        for (const int delay : {2, 3, 1, 3}) {
            session.setScenario(withDelay(delay));
            QCOMPARE(session.analysis()->scenario, withDelay(delay)); // at once
        }
        QCOMPARE(tradeOffs.count(), 4);
        QCOMPARE(runs.load(), 3);
        session.keep({withDelay(3), withDelay(1)});
        session.setScenario(withDelay(2)); // forgotten
        QTRY_COMPARE_WITH_TIMEOUT(session.analysis()->scenario, withDelay(2), limitMs);
        QCOMPARE(runs.load(), 4);
    }

    void aChangeOfTheBufferAloneSharesWhatTheNetworkDecides()
    {
        Session session(plainEngine());
        QSignalSpy tradeOffs(&session, &Session::tradeOffReady);
        const auto newest = [&tradeOffs] {
            return tradeOffs.last()[0].value<std::shared_ptr<const core::TradeOff>>();
        };
        session.open(QStringLiteral("a.opus"));
        QTRY_COMPARE_WITH_TIMEOUT(tradeOffs.count(), 1, limitMs);
        const auto analysis = session.analysis();
        const auto tradeOff = newest();
        core::Scenario scenario = withDelay(0);
        scenario.buffer.playoutDelay += core::receiverMilliseconds(10);
        session.setScenario(scenario);
        QTRY_COMPARE_WITH_TIMEOUT(tradeOffs.count(), 2, limitMs);
        QCOMPARE(session.analysis()->arrivals, analysis->arrivals);
        QCOMPARE(newest(), tradeOff);
        session.setScenario(withDelay(9));
        QTRY_COMPARE_WITH_TIMEOUT(tradeOffs.count(), 3, limitMs);
        QVERIFY(session.analysis()->arrivals != analysis->arrivals);
        QVERIFY(newest() != tradeOff);
    }

    void anOlderRunNeverComesBehindAKeptResult()
    {
        Gate gate;
        SessionEngine engine = plainEngine();
        engine.analyze = [&](auto capture, const core::Scenario& scenario, auto arrivals, const JobControl&) {
            if (scenario == withDelay(9))
                gate.pass();
            return core::analyzeArrivals(capture, scenario, arrivals, {});
        };
        Session session(engine);
        session.keep({withDelay(0), withDelay(1)});
        QSignalSpy known(&session, &Session::statisticsKnown);
        QSignalSpy analyses(&session, &Session::analysisReady);
        session.setScenario(withDelay(1));
        session.open(QStringLiteral("a.opus"));
        QTRY_VERIFY_WITH_TIMEOUT(known.count() == 1 && analyses.count() == 1, limitMs);
        session.setScenario(withDelay(9));
        QVERIFY(gate.started.tryAcquire(1, limitMs));
        session.setScenario(withDelay(0));
        QCOMPARE(session.analysis()->scenario, withDelay(0));
        gate.goOn.release();
        session.setScenario(withDelay(4));
        QTRY_COMPARE_WITH_TIMEOUT(session.analysis()->scenario, withDelay(4), limitMs);
        for (const QList<QVariant>& each : analyses)
            QVERIFY(each[0].value<std::shared_ptr<const core::Analysis>>()->scenario != withDelay(9));
    }

    void aFileThatCannotBeReadLeavesWhatWasOpen()
    {
        SessionEngine engine = plainEngine();
        engine.open = [](const std::filesystem::path& path,
                          const JobControl&) -> core::Result<std::shared_ptr<const core::Capture>> {
            if (path == "bad")
                return core::failure(core::ErrorCode::UnknownFormat);
            return captureOf(path);
        };
        Session session(engine);
        QSignalSpy failed(&session, &Session::openFailed);
        session.open(QStringLiteral("a.opus"));
        QTRY_VERIFY_WITH_TIMEOUT(session.analysis() != nullptr, limitMs);
        const auto before = session.analysis();
        session.open(QStringLiteral("bad"));
        QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, limitMs);
        QCOMPARE(failed[0][1].toString(), QStringLiteral("bad"));
        QVERIFY(session.analysis() == before);
    }

    void aCancelledExportLeavesNothingAndSaysNothing()
    {
        QTemporaryDir folder;
        QSemaphore started;
        SessionEngine engine = SessionEngine::real();
        engine.exportTo = [&, real = engine.exportTo](const auto& analysis, core::ExportKind kind,
                              const std::filesystem::path& path, const JobControl& job) {
            job.report(0.1);
            started.release();
            while (!job.isCancelled())
                QTest::qSleep(1);
            return real(analysis, kind, path, job);
        };
        Session session(engine);
        QSignalSpy failed(&session, &Session::exportFailed);
        QSignalSpy exported(&session, &Session::exported);
        QSignalSpy exporting(&session, &Session::exportingChanged);
        QSignalSpy progress(&session, &Session::progressChanged);
        session.open(QString::fromStdString(test::samplePath("speech.opus")));
        QTRY_VERIFY_WITH_TIMEOUT(session.analysis() != nullptr, limitMs);
        session.exportTo(core::ExportKind::Wav, folder.filePath(QStringLiteral("out.wav")));
        QVERIFY(started.tryAcquire(1, limitMs));
        QVERIFY(exporting.count() == 1 && exporting[0][0].toBool());
        QTRY_VERIFY_WITH_TIMEOUT(
            !progress.isEmpty() && progress.last()[0] == QStringLiteral("Exporting out.wav"), limitMs);
        session.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(session.isIdle(), limitMs);
        QCoreApplication::processEvents();
        QVERIFY(exporting.count() == 2 && !exporting[1][0].toBool());
        QCOMPARE(failed.count(), 0);
        QCOMPARE(exported.count(), 0);
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void cancellingAnExportLetsAllOtherWorkGoOn()
    {
        QTemporaryDir folder;
        SessionEngine engine = SessionEngine::real();
        engine.exportTo = [](const auto&, core::ExportKind, const std::filesystem::path&,
                              const JobControl& job) -> core::Result<void> {
            while (!job.isCancelled()) {
                job.report(0.1);
                QTest::qSleep(1);
            }
            return core::failure(core::ErrorCode::Cancelled);
        };
        Session session(engine);
        core::Scenario lossy;
        lossy.network.loss.rate = 0.05;
        session.setScenario(lossy);
        std::shared_ptr<const core::WaveformLevels> overview;
        std::shared_ptr<const core::WaveformLevels> waveform;
        size_t damage = 0;
        connect(&session, &Session::overviewChanged, this, [&](const auto& levels) { overview = levels; });
        connect(&session, &Session::waveformChanged, this, [&](const auto& levels) { waveform = levels; });
        connect(&session, &Session::damageFound, this, [&](const auto& found) { damage += found.size(); });
        // As soon as there is something to export, and before anything else is done.
        connect(&session, &Session::analysisReady, this,
            [&] { session.exportTo(core::ExportKind::Wav, folder.filePath(QStringLiteral("out.wav"))); });
        bool isCancelled = false;
        connect(&session, &Session::progressChanged, this, [&](const QString& what) {
            if (what == QStringLiteral("Exporting out.wav") && !std::exchange(isCancelled, true))
                session.cancel();
        });
        session.open(QString::fromStdString(test::samplePath("speech.opus")));
        QTRY_VERIFY_WITH_TIMEOUT(isCancelled && session.isIdle(), limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(overview && overview->filledShare() == 1, limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(waveform && waveform->filledShare() == 1, limitMs);
        QTRY_COMPARE_WITH_TIMEOUT(damage, session.analysis()->gaps.size(), limitMs);
    }

    // What was drawn of the scenario before is not that of the one on view.
    void aCancelledWaveformIsNotThatOfAnotherScenario()
    {
        SessionEngine engine = SessionEngine::real();
        engine.patience = {};
        Session session(engine);
        // The first picture comes when all of this is there.
        session.setVisibleRange({}, core::ReceiverTime(14000000));
        // While the overview is drawn, that is what is told of.
        std::shared_ptr<const core::WaveformLevels> overview;
        connect(&session, &Session::overviewChanged, this, [&](const auto& levels) { overview = levels; });
        std::shared_ptr<const core::WaveformLevels> waveform;
        core::ReceiverTime firstFrame;
        connect(&session, &Session::waveformChanged, this, [&](const auto& levels, core::ReceiverTime first) {
            waveform = levels;
            firstFrame = first;
        });
        session.open(QString::fromStdString(test::samplePath("speech.opus")));
        QTRY_VERIFY_WITH_TIMEOUT(overview && overview->filledShare() == 1, limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(waveform && waveform->filledShare() == 1, limitMs);
        const core::ReceiverTime before = firstFrame;
        bool isCancelled = false;
        connect(&session, &Session::progressChanged, this, [&](const QString& what) {
            if (what == QStringLiteral("Drawing the waveform of what is heard")
                && !std::exchange(isCancelled, true))
                session.cancel();
        });
        session.setScenario(withDelay(40));
        QTRY_VERIFY_WITH_TIMEOUT(isCancelled, limitMs);
        QVERIFY(!waveform || firstFrame != before);
    }

    void tellsOfBackgroundWorkUntilAllOfItIsDone()
    {
        SessionEngine engine = SessionEngine::real();
        engine.patience = {};
        Session session(engine);
        QSignalSpy progress(&session, &Session::progressChanged);
        const auto isTold = [&progress](const QString& what) {
            return std::ranges::any_of(progress, [&what](const auto& told) { return told[0] == what; });
        };
        const auto isAllDone = [&progress] {
            return !progress.isEmpty() && progress.last()[1].toDouble() == 1;
        };
        session.open(QString::fromStdString(test::samplePath("speech.opus")));
        QTRY_VERIFY_WITH_TIMEOUT(isTold(QStringLiteral("Drawing the waveform")), limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(isAllDone(), limitMs);
        core::Scenario lossy = withDelay(40);
        lossy.network.loss.rate = 0.1;
        progress.clear();
        session.setScenario(lossy);
        QTRY_VERIFY_WITH_TIMEOUT(isTold(QStringLiteral("Drawing the waveform of what is heard")), limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(isAllDone(), limitMs);
        QVERIFY(progress.last()[0].toString().isEmpty());
    }

    void openFileIsNotReplacedByItsExport()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("call.opus"));
        QVERIFY(QFile::copy(QString::fromStdString(test::samplePath("speech.opus")), file));
        const qint64 size = QFileInfo(file).size();
        Session session(SessionEngine::real());
        QSignalSpy refused(&session, &Session::exportRefused);
        session.open(file);
        QTRY_VERIFY_WITH_TIMEOUT(session.analysis() != nullptr, limitMs);
        session.exportTo(core::ExportKind::Wav, file);
        QCOMPARE(refused.count(), 1);
        QVERIFY(refused[0][0].toString().contains(file));
        QTRY_VERIFY_WITH_TIMEOUT(session.isIdle(), limitMs);
        QCOMPARE(QFileInfo(file).size(), size);
    }

    void waveformIsOfTheScenarioThatCameToRest()
    {
        Session session(SessionEngine::real());
        QSignalSpy analyses(&session, &Session::analysisReady);
        QSignalSpy pictures(&session, &Session::waveformChanged);
        session.open(QString::fromStdString(test::samplePath("speech.opus")));
        for (int delay = 1; delay <= 10; ++delay) {
            QTRY_COMPARE_WITH_TIMEOUT(analyses.count(), delay, limitMs);
            session.setScenario(withDelay(delay));
        }
        QTRY_COMPARE_WITH_TIMEOUT(analyses.count(), 11, limitMs);
        pictures.clear();
        QTRY_VERIFY_WITH_TIMEOUT(pictures.count() > 0, limitMs);
        QCOMPARE(session.analysis()->scenario, withDelay(10));
    }

    // It waits while the scenario moves, and goes on.
    void overviewIsDrawnWhateverMoves()
    {
        Session session(SessionEngine::real());
        std::shared_ptr<const core::WaveformLevels> overview;
        connect(&session, &Session::overviewChanged, this, [&](const auto& levels) { overview = levels; });
        int delay = 0;
        connect(&session, &Session::analysisReady, this, [&] {
            if (++delay <= 20)
                session.setScenario(withDelay(delay));
        });
        session.open(QString::fromStdString(test::samplePath("speech.opus")));
        QTRY_COMPARE_WITH_TIMEOUT(delay, 21, limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(overview && overview->filledShare() == 1, limitMs);
    }

    // What is looked at is drawn, also behind a work that was given up.
    void aCancelledWaveformGoesOnWhereSomethingElseIsLookedAt()
    {
        SessionEngine engine = SessionEngine::real();
        engine.patience = {};
        Session session(engine);
        std::shared_ptr<const core::WaveformLevels> waveform;
        bool isCancelled = false;
        connect(&session, &Session::waveformChanged, this, [&](const auto& levels) { waveform = levels; });
        connect(&session, &Session::progressChanged, this, [&](const QString& what, double done) {
            if (what != QStringLiteral("Drawing the waveform of what is heard") || done >= 1)
                return;
            if (!std::exchange(isCancelled, true))
                session.cancel();
        });
        session.setVisibleRange(core::ReceiverTime(0), core::ReceiverTime(1000000));
        session.open(QString::fromStdString(test::samplePath("speech.opus")));
        QTRY_VERIFY_WITH_TIMEOUT(isCancelled || (waveform && waveform->filledShare() == 1), limitMs);
        session.setVisibleRange(core::ReceiverTime(50000000), core::ReceiverTime(52000000));
        QTRY_VERIFY_WITH_TIMEOUT(waveform && waveform->filledShare() == 1, limitMs);
    }

    void damageIsMeasuredInViewAndNearestToThePlayheadFirst_data()
    {
        QTest::addColumn<qint64>("begin");
        QTest::addColumn<qint64>("end");
        QTest::newRow("nothing in view") << qint64(0) << qint64(0);
        QTest::newRow("the playhead in view") << qint64(25000) << qint64(36000);
        QTest::newRow("before the playhead") << qint64(10000) << qint64(20000);
        QTest::newRow("behind the playhead") << qint64(45000) << qint64(50000);
        QTest::newRow("all") << qint64(-1000) << qint64(99000);
    }

    void damageIsMeasuredInViewAndNearestToThePlayheadFirst()
    {
        QFETCH(const qint64, begin);
        QFETCH(const qint64, end);
        Session session;
        core::Scenario lossy;
        lossy.network.loss.rate = 0.05;
        session.setScenario(lossy);
        std::vector<uint32_t> order;
        connect(&session, &Session::damageFound, this, [&](const std::vector<app::GapDamage>& found) {
            for (const app::GapDamage& each : found) {
                order.push_back(each.gap);
                QVERIFY(each.decibels >= 0 && each.decibels < 100);
            }
        });
        const auto playhead = core::ReceiverTime(30000000);
        session.setPlayhead(playhead);
        session.setVisibleRange(core::ReceiverTime(begin * 1000), core::ReceiverTime(end * 1000));
        session.open(QString::fromStdString(test::samplePath("speech.opus")));
        QTRY_VERIFY_WITH_TIMEOUT(session.analysis() != nullptr, limitMs);
        const auto& gaps = session.analysis()->gaps;
        QTRY_COMPARE_WITH_TIMEOUT(order.size(), gaps.size(), limitMs);
        const auto turn = [&](uint32_t gap) {
            const core::ReceiverTime start = gaps[gap].start;
            const bool isInView = start.ticks() >= begin * 1000 && start.ticks() < end * 1000;
            return std::pair(!isInView, std::abs((start - playhead).ticks()));
        };
        QVERIFY(std::ranges::is_sorted(order, {}, turn));
        QVERIFY(end == 0 || !turn(order.front()).first);
    }
};

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
