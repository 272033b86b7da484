#include "core/capture/open.h"
#include "tests/app/windowstage.h"
#include "tests/ui/windowfixture.h"
#include "ui/format.h"
#include "ui/logmodel.h"
#include "ui/resultspanel.h"
#include "ui/tableview.h"

#include <QTabBar>

using namespace test;

// Damage of a file as the whole program tells of it.
class TestWindowLog : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup() { m_stage.reset(); }

    void theDamageOfAFileIsToldWithItsPlace()
    {
        QFile sample(speechSample());
        QVERIFY(sample.open(QIODevice::ReadOnly));
        QByteArray bytes = sample.readAll();
        // One byte of a page is another one, and at the end half a page is missing.
        const qsizetype page = bytes.indexOf("OggS", bytes.size() / 2);
        const qsizetype after = bytes.indexOf("OggS", page + 4);
        const qsizetype last = bytes.lastIndexOf("OggS");
        bytes[page + 200] = static_cast<char>(~bytes[page + 200]);
        bytes.truncate((last + bytes.size()) / 2);
        const QString path = m_stage->file(QStringLiteral("damaged.opus"));
        QFile damaged(path);
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(bytes) == bytes.size());
        damaged.close();

        m_stage->start({.file = path, .scenario = core::Scenario()});
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate() && m_stage->isDrawn(), limitMs);
        clickTab(QStringLiteral("Log"));
        const QAbstractItemModel& log = *logTable().model();
        const int anomalies = static_cast<int>(m_stage->session().session().capture()->anomalies().size());
        QVERIFY(anomalies >= 2 && log.rowCount() >= anomalies);
        const auto row = [&](qsizetype byte) {
            for (int i = 0; i < anomalies; ++i) {
                if (cell(i, ui::LogColumn::ByteOffset) == ui::countText(static_cast<quint64>(byte)))
                    return i;
            }
            return -1;
        };
        QVERIFY(row(page) >= 0 && row(last) >= 0);
        QCOMPARE(cell(row(page), ui::LogColumn::Text),
            QStringLiteral("Page of %1 byte(s) with a wrong checksum, left out")
                .arg(ui::countText(static_cast<quint64>(after - page))));
        QVERIFY2(
            cell(row(last), ui::LogColumn::Text).startsWith(QStringLiteral("The file ends inside a page")),
            qPrintable(cell(row(last), ui::LogColumn::Text)));
        QVERIFY(logTable().isVisible());
        test::saveScreenshot(m_stage->window(), QStringLiteral("log-of-a-damaged-file"));
    }

private:
    ui::ResultsPanel& results() { return *m_stage->window().findChild<ui::ResultsPanel*>(); }
    const ui::TableView& logTable() { return *qobject_cast<ui::TableView*>(results().currentWidget()); }
    QString cell(int row, ui::LogColumn column)
    {
        return logTable().model()->index(row, static_cast<int>(column)).data().toString();
    }

    void clickTab(const QString& name)
    {
        QTabBar& tabs = *results().tabBar();
        for (int i = 0; i < tabs.count(); ++i) {
            if (tabs.tabText(i).startsWith(name))
                QTest::mouseClick(&tabs, Qt::LeftButton, {}, tabs.tabRect(i).center());
        }
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestWindowLog>(argc, argv); }
#include "tst_windowlog.moc"
