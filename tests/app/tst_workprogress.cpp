#include "app/workprogress.h"

#include <QTest>

using app::Work;
using app::WorkProgress;

class TestWorkProgress : public QObject {
    Q_OBJECT

private slots:
    void tellsNothingBeforeTheFirstReport()
    {
        WorkProgress progress;
        QVERIFY(progress.shown() == WorkProgress::Shown());
        (void)progress.begin(Work::Opening, QStringLiteral("opening"));
        QVERIFY(progress.shown() == WorkProgress::Shown());
    }

    void tellsOfTheWorkThatMattersMost()
    {
        WorkProgress progress;
        const auto damage = progress.begin(Work::Damage, QStringLiteral("damage"));
        const auto exporting = progress.begin(Work::Exporting, QStringLiteral("exporting"));
        progress.report(damage, 0.2);
        QCOMPARE(progress.shown().what, QStringLiteral("damage"));
        progress.report(exporting, 0.5);
        QCOMPARE(progress.shown().what, QStringLiteral("exporting"));
        QCOMPARE(progress.shown().done, 0.5);
        // What ends uncovers what still goes on.
        progress.end(exporting);
        QCOMPARE(progress.shown().what, QStringLiteral("damage"));
        progress.end(damage);
        QVERIFY(progress.shown() == WorkProgress::Shown());
    }

    void anOutdatedRunChangesNothing()
    {
        WorkProgress progress;
        const auto before = progress.begin(Work::Waveform, QStringLiteral("before"));
        progress.report(before, 0.9);
        const auto newest = progress.begin(Work::Waveform, QStringLiteral("newest"));
        QVERIFY(progress.shown() == WorkProgress::Shown());
        progress.report(before, 0.95);
        QVERIFY(progress.shown() == WorkProgress::Shown());
        progress.report(newest, 0.1);
        progress.end(before);
        QCOMPARE(progress.shown().what, QStringLiteral("newest"));
        QCOMPARE(progress.shown().done, 0.1);
    }
};

QTEST_GUILESS_MAIN(TestWorkProgress)
#include "tst_workprogress.moc"
