#include "tests/ui/shownwindow.h"
#include "ui/blindpage.h"
#include "ui/format.h"
#include "ui/gapmodel.h"
#include "ui/gapspage.h"
#include "ui/logmodel.h"
#include "ui/mainwindow.h"
#include "ui/tableview.h"
#include "ui/timelineview.h"
#include "ui/valuefield.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QUndoStack>
#include <cmath>

using namespace ui;
using test::Shown;

// What the window asks for outside of itself, and what it is told.
class TestWindowRequests : public QObject {
    Q_OBJECT
private slots:
    void init() { test::failOnWarnings(); }

    void presetsAreOfferedInPanelAndMenu()
    {
        Shown shown;
        QSignalSpy presets(&shown.window, &MainWindow::presetRequested);
        const auto menus = shown.window.findChildren<QMenu*>();
        int found = 0;
        for (const QMenu* menu : menus) {
            for (QAction* action : menu->actions()) {
                if (action->text() == QStringLiteral("Busy Wi-Fi")) {
                    action->trigger();
                    ++found;
                }
            }
        }
        QCOMPARE(found, 1); // one menu for both
        QCOMPARE(presets.count(), 1);
        auto* menu = shown.window.findChild<QMenu*>(QStringLiteral("presetMenu"));
        const auto buttons = shown.window.findChildren<QToolButton*>();
        QVERIFY(std::any_of(buttons.begin(), buttons.end(),
            [menu](const QToolButton* button) { return button->menu() == menu; }));
    }

    void exportAsksForAFileAndTellsIt()
    {
        Shown shown;
        shown.showSample();
        QSignalSpy exports(&shown.window, &MainWindow::exportRequested);
        QTest::keyClick(&shown.window, Qt::Key_E, Qt::ControlModifier);
        auto* dialog = shown.window.findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        const QString path = QDir::tempPath() + QStringLiteral("/jitterscope-window-test.opus");
        emit dialog->fileSelected(path);
        QCOMPARE(exports.count(), 1);
        QCOMPARE(exports[0][0].value<core::ExportKind>(), core::ExportKind::RepairedOgg);
        QCOMPARE(exports[0][1].toString(), path);
        dialog->close();
    }

    void closingDuringAnExportAsksFirst_data()
    {
        QTest::addColumn<QString>("answer"); // empty: the export ends meanwhile
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("continue") << QStringLiteral("Continue the export") << false;
        QTest::newRow("discard") << QStringLiteral("Discard it and close") << true;
        QTest::newRow("finished") << QString() << false;
    }

    void closingDuringAnExportAsksFirst()
    {
        QFETCH(const QString, answer);
        QFETCH(const bool, isClosed);
        Shown shown;
        shown.showSample();
        shown.window.setExporting(true);
        QVERIFY(!shown.window.close());
        QVERIFY(!shown.window.close()); // asks once
        const auto questions = shown.window.findChildren<QMessageBox*>();
        QCOMPARE(questions.size(), 1);
        QVERIFY(questions.first()->isVisible());
        test::saveScreenshot(*questions.first(), QStringLiteral("export-question"));
        if (answer.isEmpty()) {
            shown.window.setExporting(false);
        } else {
            const auto buttons = questions.first()->buttons();
            const auto button = std::ranges::find(buttons, answer, &QAbstractButton::text);
            QVERIFY(button != buttons.end());
            QTest::mouseClick(*button, Qt::LeftButton);
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QVERIFY(shown.window.findChildren<QMessageBox*>().isEmpty());
        QCOMPARE(shown.window.isVisible(), !isClosed);
        shown.window.setExporting(false);
        QVERIFY(shown.window.close());
    }

    void droppedFilesAreOpened()
    {
        Shown shown;
        QSignalSpy opens(&shown.window, &MainWindow::openRequested);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a b.opus"))});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shown.window, &enter);
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shown.window, &drop);
        QCOMPARE(opens.count(), 1);
        QCOMPARE(opens[0][0].toString(), QStringLiteral("/tmp/a b.opus"));
    }

    void ofSeveralDroppedFilesTheFirstIsOpenedAndThatIsTold()
    {
        Shown shown;
        QSignalSpy opened(&shown.window, &MainWindow::openRequested);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(QStringLiteral("/first.opus")),
            QUrl::fromLocalFile(QStringLiteral("/second.opus"))});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shown.window, &enter);
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&shown.window, &drop);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toString(), QStringLiteral("/first.opus"));
        const auto* log = shown.window.findChild<LogModel*>();
        QCOMPARE(log->index(log->rowCount() - 1, static_cast<int>(LogColumn::Text)).data().toString(),
            QStringLiteral("Of 2 files only the first one is opened."));
    }

    void problemsAndProgressAreShownInTheWindow()
    {
        Shown shown;
        QSignalSpy cancels(&shown.window, &MainWindow::cancelRequested);
        shown.window.showProblem(Topic::Opening, QStringLiteral("x.opus: not an Opus file"));
        shown.window.showProgress(QStringLiteral("Decoding"), 0.4);
        QFrame* bar = shown.window.findChild<QFrame*>(QStringLiteral("message"));
        QVERIFY(bar->isVisible());
        test::saveScreenshot(shown.window, QStringLiteral("problem-dark"));
        const auto buttons = shown.window.findChildren<QToolButton*>();
        const auto cancel = std::ranges::find_if(
            buttons, [](const QToolButton* b) { return b->text() == QStringLiteral("Cancel"); });
        QVERIFY(cancel != buttons.end() && (*cancel)->isVisible());
        (*cancel)->click();
        QCOMPARE(cancels.count(), 1);
        shown.window.endProblem(Topic::Sound); // of something else
        QVERIFY(bar->isVisible());
        shown.window.endProblem(Topic::Opening);
        shown.window.showProgress({}, 1);
        QVERIFY(!bar->isVisible());
        QVERIFY(!(*cancel)->isVisible());
    }
};

WINDOW_TEST_MAIN(TestWindowRequests)
#include "tst_windowrequests.moc"
