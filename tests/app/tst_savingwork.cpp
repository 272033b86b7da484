#include "app/savingwork.h"

#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <atomic>

using app::ProgressTeller;
using app::SavingWork;

namespace {

constexpr int limitMs = 10000;

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSavingWork : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    ProgressTeller m_progress;

    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void everyFileIsThereBeforeItEnds()
    {
        {
            SavingWork saving(m_progress);
            for (int i = 0; i < 20; ++i)
                saving.save(file(QString::number(i)), [i] { return QByteArray::number(1000 + i); });
        }
        for (int i = 0; i < 20; ++i)
            QCOMPARE(contentOf(file(QString::number(i))), QByteArray::number(1000 + i));
    }

    void theNewestOfTwoUnderOneNameStays()
    {
        {
            SavingWork saving(m_progress);
            saving.save(file(QStringLiteral("twice")), [] { return QByteArray("old"); });
            saving.save(file(QStringLiteral("twice")), [] { return QByteArray("new"); });
        }
        QCOMPARE(contentOf(file(QStringLiteral("twice"))), QByteArray("new"));
    }

    void tellsWhatItDidAndOfWhat()
    {
        SavingWork saving(m_progress);
        const QSignalSpy told(&m_progress, &ProgressTeller::changed);
        const QSignalSpy saved(&saving, &SavingWork::saved);
        saving.save(file(QStringLiteral("told.png")), [] { return QByteArray("content"); });
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, limitMs);
        QCOMPARE(saved.first().first().toString(), file(QStringLiteral("told.png")));
        QCOMPARE(told.first().first().toString(), QStringLiteral("Saving told.png"));
        QCOMPARE(told.last().last().toDouble(), 1.0);
    }

    void whatFailsLeavesWhatWasThere()
    {
        const QString path = file(QStringLiteral("kept"));
        SavingWork saving(m_progress);
        std::vector<core::ErrorCode> codes;
        connect(&saving, &SavingWork::failed, this,
            [&codes](const core::Error& error) { codes.push_back(error.code); });
        saving.save(path, [] { return QByteArray("first"); });
        saving.save(path, [] { return QByteArray(); }); // there was no memory for it
        saving.save(file(QStringLiteral("gone/name")), [] { return QByteArray("content"); });
        QTRY_COMPARE_WITH_TIMEOUT(codes.size(), size_t(2), limitMs);
        QVERIFY(codes[0] == core::ErrorCode::OutOfMemory);
        QVERIFY(codes[1] == core::ErrorCode::WriteFailed);
        QCOMPARE(contentOf(path), QByteArray("first"));
    }

    void whatIsCancelledIsNotWrittenAndNotToldOf()
    {
        SavingWork saving(m_progress);
        const QSignalSpy saved(&saving, &SavingWork::saved);
        const QSignalSpy failed(&saving, &SavingWork::failed);
        QSemaphore started;
        QSemaphore goOn;
        std::atomic<bool> isMade = false;
        saving.save(file(QStringLiteral("running")), [&] {
            started.release();
            goOn.acquire();
            return QByteArray("content");
        });
        saving.save(file(QStringLiteral("waiting")), [&] {
            isMade = true;
            return QByteArray("content");
        });
        QVERIFY(started.tryAcquire(1, limitMs));
        saving.cancel();
        saving.save(file(QStringLiteral("later")), [] { return QByteArray("content"); });
        goOn.release();
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, limitMs);
        QCOMPARE(saved.first().first().toString(), file(QStringLiteral("later")));
        QCOMPARE(failed.size(), 0);
        QVERIFY(!isMade);
        QVERIFY(!QFile::exists(file(QStringLiteral("running"))));
        QVERIFY(!QFile::exists(file(QStringLiteral("waiting"))));
    }
};

QTEST_GUILESS_MAIN(TestSavingWork)
#include "tst_savingwork.moc"
