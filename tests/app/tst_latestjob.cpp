#include "app/gate.h"
#include "app/latestjob.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QTest>
#include <algorithm>
#include <atomic>
#include <memory>
#include <sys/resource.h>
#include <thread>

using app::Gate;
using app::LatestJob;
using Running = LatestJob::Running;

namespace {

constexpr int limitMs = 10000;

} // namespace

class TestLatestJob : public QObject {
    Q_OBJECT

private slots:
    void runsOnlyTheNewestOfThoseThatWait()
    {
        LatestJob jobs;
        QSemaphore started;
        QSemaphore goOn;
        QSemaphore ended;
        std::atomic<int> ran = 0;
        std::atomic<int> last = 0;
        jobs.submit(
            [&](const std::stop_token&) {
                started.release();
                goOn.acquire();
            },
            Running::IsFinished);
        QVERIFY(started.tryAcquire(1, limitMs));
        for (int number = 1; number <= 50; ++number) {
            jobs.submit(
                [&, number](const std::stop_token&) {
                    ++ran;
                    last = number;
                    ended.release();
                },
                Running::IsFinished);
        }
        goOn.release();
        QVERIFY(ended.tryAcquire(1, limitMs));
        QTRY_VERIFY(!jobs.isBusy());
        QCOMPARE(ran.load(), 1);
        QCOMPARE(last.load(), 50);
    }

    // What a job holds may be large, and whoever asks meanwhile must not wait.
    void whatAJobHoldsIsDestroyedWithoutTheLock()
    {
        LatestJob jobs;
        QSemaphore isDestroying;
        QSemaphore goOn;
        const auto slow = [&] {
            return std::shared_ptr<int>(new int, [&](const int* held) {
                isDestroying.release();
                goOn.acquire();
                delete held;
            });
        };
        jobs.submit([held = slow()](const std::stop_token&) {}, Running::IsFinished);
        QVERIFY(isDestroying.tryAcquire(1, limitMs));
        std::atomic<bool> hasAnswered = false;
        std::jthread asks([&] {
            (void)jobs.isBusy();
            hasAnswered = true;
        });
        const auto release = qScopeGuard([&] { goOn.release(); });
        QTRY_VERIFY(hasAnswered);
    }

    void workInTheBackgroundYieldsWithTheThreadsItStarts()
    {
        LatestJob waited;
        LatestJob background(LatestJob::Urgency::Background);
        const auto niceness = [](LatestJob& jobs) {
            std::atomic<int> own = -1;
            std::atomic<int> started = -1;
            QSemaphore ended;
            jobs.submit(
                [&](const std::stop_token&) {
                    own = ::getpriority(PRIO_PROCESS, 0);
                    std::jthread([&] { started = ::getpriority(PRIO_PROCESS, 0); }).join();
                    ended.release();
                },
                Running::IsFinished);
            return ended.tryAcquire(1, limitMs) && own == started ? own.load() : -1;
        };
        const int usual = ::getpriority(PRIO_PROCESS, 0);
        QCOMPARE(niceness(waited), usual);
        QCOMPARE(niceness(background), std::max(usual, 10));
    }

    void cancelsTheRunningJobOnRequest()
    {
        LatestJob jobs;
        QSemaphore started;
        QSemaphore ended;
        const auto untilStopped = [&](const std::stop_token& stop) {
            started.release();
            QSemaphore stopped;
            const std::stop_callback callback(stop, [&] { stopped.release(); });
            stopped.acquire();
            ended.release();
        };
        jobs.submit(untilStopped, Running::IsFinished);
        QVERIFY(started.tryAcquire(1, limitMs));
        jobs.submit(untilStopped, Running::IsCancelled);
        QVERIFY(ended.tryAcquire(1, limitMs));
        QVERIFY(started.tryAcquire(1, limitMs));
        jobs.cancel();
        QVERIFY(ended.tryAcquire(1, limitMs));
    }

    void endsTheRunningJobWhenItGoes()
    {
        std::atomic<bool> hasEnded = false;
        {
            LatestJob jobs;
            QSemaphore started;
            jobs.submit(
                [&](const std::stop_token& stop) {
                    started.release();
                    QSemaphore stopped;
                    const std::stop_callback callback(stop, [&] { stopped.release(); });
                    stopped.acquire();
                    hasEnded = true;
                },
                Running::IsFinished);
            QVERIFY(started.tryAcquire(1, limitMs));
        }
        QVERIFY(hasEnded);
    }

    void aClosedGateHoldsTheJobUntilItIsOpened()
    {
        Gate gate;
        gate.close();
        QSemaphore arrived;
        std::atomic<bool> isOpened = false;
        std::atomic<bool> wasOpened = false;
        QSemaphore passed;
        LatestJob jobs;
        jobs.submit(
            [&](const std::stop_token& stop) {
                arrived.release();
                gate.pass(stop);
                wasOpened = isOpened.load();
                passed.release();
            },
            Running::IsFinished);
        QVERIFY(arrived.tryAcquire(1, limitMs));
        isOpened = true;
        gate.open();
        QVERIFY(passed.tryAcquire(1, limitMs));
        QVERIFY(wasOpened);
    }

    void aClosedGateKeepsNoJobFromBeingCancelled()
    {
        Gate gate;
        gate.close();
        QSemaphore arrived;
        QSemaphore passed;
        LatestJob jobs;
        jobs.submit(
            [&](const std::stop_token& stop) {
                arrived.release();
                gate.pass(stop);
                passed.release();
            },
            Running::IsFinished);
        QVERIFY(arrived.tryAcquire(1, limitMs));
        jobs.cancel();
        QVERIFY(passed.tryAcquire(1, limitMs));
    }
};

QTEST_GUILESS_MAIN(TestLatestJob)
#include "tst_latestjob.moc"
