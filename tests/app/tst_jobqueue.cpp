#include "app/jobqueue.h"

#include <QSemaphore>
#include <QTest>
#include <memory>
#include <vector>

using app::JobQueue;

class TestJobQueue : public QObject {
    Q_OBJECT

private slots:
    void runsAllInTheirOrderBeforeItEnds()
    {
        QSemaphore goOn;
        std::vector<int> ran;
        {
            JobQueue jobs;
            jobs.run([&goOn] { goOn.acquire(); });
            for (int number = 0; number < 100; ++number)
                jobs.run([&ran, number] { ran.push_back(number); });
            goOn.release();
        }
        QCOMPARE(ran.size(), size_t(100));
        QVERIFY(std::ranges::is_sorted(ran));
    }

    // Whoever hands over a job while one ends does not wait for what that one held.
    void aJobIsGoneBeforeTheNextOneRuns()
    {
        auto held = std::make_shared<int>(1);
        const std::weak_ptr<int> left = held;
        bool isGone = false;
        {
            JobQueue jobs;
            jobs.run([held = std::exchange(held, nullptr)] {});
            jobs.run([&] { isGone = left.expired(); });
        }
        QVERIFY(isGone);
    }
};

QTEST_APPLESS_MAIN(TestJobQueue)
#include "tst_jobqueue.moc"
