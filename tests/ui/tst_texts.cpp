#include "core/capture/open.h"
#include "tests/support/samples.h"
#include "tests/ui/markingtranslator.h"
#include "tests/ui/translationfile.h"
#include "tests/ui/windowfixture.h"
#include "ui/mainwindow.h"
#include "ui/packetreadout.h"
#include "ui/resultspanel.h"
#include "ui/sweeppage.h"
#include "ui/timelineview.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSvgGenerator>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTextDocumentFragment>
#include <QTimer>
#include <QToolButton>
#include <QXmlStreamReader>
#include <qcustomplot.h>

using namespace ui;

namespace {

// The sample under a name without letters, with a damaged end, so that the log has something to tell.
std::shared_ptr<const core::Capture> damagedSample()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("1"));
    QFile sample(QString::fromStdString(test::samplePath("speech.opus")));
    QFile damaged(path);
    if (!sample.open(QIODevice::ReadOnly) || !damaged.open(QIODevice::WriteOnly))
        return nullptr;
    damaged.write(sample.readAll() + QByteArray(100, 'x'));
    damaged.close();
    const auto capture = core::openCapture(path.toStdString());
    return capture ? *capture : nullptr;
}

// A sweep of the loss rate in the table, with bursts that the highest rates are too high for.
void showSweep(MainWindow& window, const std::shared_ptr<const core::Capture>& capture)
{
    core::SweepPlan plan;
    QObject::connect(&window, &MainWindow::sweepRequested, &window,
        [&plan](const core::SweepPlan& asked) { plan = asked; });
    auto& page = *window.findChild<SweepPage*>();
    auto& choice = *page.findChild<QComboBox*>();
    choice.setCurrentIndex(choice.findData(QStringLiteral("network.loss.rate")));
    emit choice.activated(choice.currentIndex());
    page.findChild<QToolButton*>(QStringLiteral("start"))->click();
    plan.values = {0.03, 0.9};
    std::vector<core::SweepPoint> points;
    (void)core::sweep(capture, plan, [&points](const core::SweepPoint& point) { points.push_back(point); });
    window.showSweepPoints(points);
    window.showSweepEnd();
    QObject::disconnect(&window, &MainWindow::sweepRequested, &window, nullptr);
}

// The window with an analysis; names that are data have no letters.
std::unique_ptr<MainWindow> shownWindow()
{
    auto window = std::make_unique<MainWindow>();
    window->setPresets({QStringLiteral("2")});
    window->setRecentFiles({QStringLiteral("/3/4")});
    window->showDevices({QStringLiteral("5")}, {});
    window->show();
    const auto capture = damagedSample();
    const auto analysis = capture ? test::analysisOf(capture, test::busyScenario()) : nullptr;
    if (!analysis)
        return nullptr;
    core::Scenario slower = test::busyScenario();
    slower.network.loss.rate = 0.05;
    window->setScenario(slower);
    window->applyScenario(test::busyScenario(), QStringLiteral("6")); // something to undo
    window->showCapture(capture);
    window->showAnalysis(
        analysis, std::make_shared<core::PlotLevels>(core::PlotLevels::build(*analysis)), 9.4);
    window->showTradeOff(std::make_shared<core::TradeOff>(core::TradeOff::build(*analysis)));
    window->showDamage(0, 3.5);
    showSweep(*window, capture);
    const auto* timeline = window->findChild<TimelineView*>();
    (void)QTest::qWaitFor([timeline] { return timeline->isUpToDate(); });
    return window;
}

// Where the text was found, and the text.
using Found = QPair<QString, QString>;

class Texts {
public:
    void add(const QString& place, const QString& text)
    {
        if (!text.isEmpty())
            m_all.append({place, text});
    }
    void add(const QObject& object)
    {
        constexpr std::array names{"text", "title", "placeholderText", "toolTip", "statusTip", "whatsThis",
            "accessibleName", "accessibleDescription", "windowTitle", "prefix", "suffix", "iconText"};
        for (const char* name : names) {
            const QString place = QString::fromLatin1(object.metaObject()->className()) % QLatin1Char(' ')
                % object.objectName() % QLatin1Char('.') % QString::fromLatin1(name);
            add(place, object.property(name).toString());
        }
    }
    void addModel(const QAbstractItemModel& model)
    {
        constexpr int rowsRead = 300;
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::StatusTipRole, Qt::AccessibleTextRole}) {
            for (int column = 0; column < model.columnCount(); ++column) {
                add(QStringLiteral("header"), model.headerData(column, Qt::Horizontal, role).toString());
                for (int row = 0; row < std::min(rowsRead, model.rowCount()); ++row)
                    add(QStringLiteral("cell"), model.index(row, column).data(role).toString());
            }
        }
    }
    // The texts that are painted as vectors; each may be cut off at its end.
    void addPainted(const QString& place, const QByteArray& svg)
    {
        QXmlStreamReader xml(svg);
        while (!xml.atEnd()) {
            if (xml.readNext() == QXmlStreamReader::StartElement && xml.name() == QLatin1String("text"))
                add(place, xml.readElementText());
        }
        QVERIFY(!xml.hasError());
    }
    [[nodiscard]] qsizetype count() const { return m_all.size(); }
    void verifyAllAreMarked() const
    {
        QStringList foreign;
        for (const Found& found : m_all) {
            const QString line = found.first % QStringLiteral(": ") % found.second;
            if (test::hasForeignWords(found.second) && !foreign.contains(line))
                foreign.append(line);
        }
        QVERIFY2(foreign.isEmpty(), qPrintable(QLatin1Char('\n') % foreign.join(QLatin1Char('\n'))));
    }

private:
    QList<Found> m_all;
};

void addWidget(Texts& texts, const QWidget& widget)
{
    texts.add(widget);
    if (const auto* combo = qobject_cast<const QComboBox*>(&widget)) {
        for (int i = 0; i < combo->count(); ++i)
            texts.add(QStringLiteral("combo item"), combo->itemText(i));
    } else if (const auto* tabs = qobject_cast<const QTabBar*>(&widget)) {
        for (int i = 0; i < tabs->count(); ++i) {
            texts.add(QStringLiteral("tab"), tabs->tabText(i));
            texts.add(QStringLiteral("tab"), tabs->tabToolTip(i));
        }
    } else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget); view && view->model()) {
        texts.addModel(*view->model());
    }
}

void addAll(Texts& texts, const QWidget& root)
{
    addWidget(texts, root);
    for (const QWidget* widget : root.findChildren<QWidget*>())
        addWidget(texts, *widget);
    for (const QAction* action : root.findChildren<QAction*>())
        texts.add(*action);
}

template <typename Paint> QByteArray svgOf(QSize size, Paint paint)
{
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size);
    paint(generator);
    return buffer.data();
}

QAction* actionWith(const QWidget& window, const char* source)
{
    for (QAction* action : window.actions()) {
        if (action->text() == QString(QChar(0x00ab)) % QString::fromUtf8(source) % QChar(0x00bb))
            return action;
    }
    return nullptr;
}

QChar mnemonicOf(const QAction& action)
{
    const QKeySequence sequence = QKeySequence::mnemonic(action.text());
    return sequence.isEmpty() ? QChar() : QChar(sequence[0].key());
}

void verifyMnemonicsDiffer(const QString& menu, const QList<QAction*>& actions)
{
    QHash<QChar, QString> taken;
    for (const QAction* action : actions) {
        const QChar key = mnemonicOf(*action);
        QVERIFY2(key.isNull() || !taken.contains(key),
            qPrintable(
                menu % QStringLiteral(": ") % taken.value(key) % QStringLiteral(", ") % action->text()));
        taken.insert(key, action->text());
    }
}

// Labels and buttons that show less than their text. Those that may shrink show the rest in a tool tip.
bool isCutOff(const QWidget& widget)
{
    const auto* label = qobject_cast<const QLabel*>(&widget);
    const bool isText = (label != nullptr && !label->wordWrap() && !label->text().isEmpty())
        || qobject_cast<const QAbstractButton*>(&widget) != nullptr;
    return isText && widget.isVisible() && widget.sizePolicy().horizontalPolicy() != QSizePolicy::Ignored
        && widget.minimumSizeHint().width() > widget.width();
}

// Speaks a real language in place of the marks.
class Spoken {
public:
    Spoken(const QString& language, QTranslator& marks)
        : m_marks(marks)
    {
        QCoreApplication::removeTranslator(&m_marks);
        QLocale::setDefault(QLocale(language));
        if (!m_translator.load(QStringLiteral(":/translations/jitterscope_%1.qm").arg(language)))
            qWarning("no translation into %s", qPrintable(language));
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Spoken()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCoreApplication::installTranslator(&m_marks);
    }
    Spoken(const Spoken&) = delete;
    Spoken& operator=(const Spoken&) = delete;

private:
    QTranslator& m_marks;
    QTranslator m_translator;
};

} // namespace

class TestTexts : public QObject {
    Q_OBJECT

    test::MarkingTranslator m_translator;
    std::unique_ptr<MainWindow> m_window;

    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << QStringLiteral("en");
        QTest::newRow("German") << QStringLiteral("de");
    }

private slots:
    void initTestCase()
    {
        QCoreApplication::installTranslator(&m_translator);
        m_window = shownWindow();
        QVERIFY(m_window != nullptr);
    }

    void everyTextOfTheWindowIsTranslated()
    {
        Texts texts;
        addAll(texts, *m_window);
        QVERIFY(texts.count() > 1000);
        texts.verifyAllAreMarked();
    }

    void everyTextOfTheEmptyWindowIsTranslated()
    {
        const MainWindow window;
        Texts texts;
        addAll(texts, window);
        texts.verifyAllAreMarked();
    }

    void everyPaintedTextIsTranslated()
    {
        Texts texts;
        texts.addPainted(QStringLiteral("window"),
            svgOf(m_window->size(), [&](QSvgGenerator& device) { m_window->render(&device); }));
        for (QCustomPlot* plot : m_window->findChildren<QCustomPlot*>()) {
            texts.addPainted(QStringLiteral("plot"), svgOf(plot->size(), [&](QSvgGenerator& device) {
                QCPPainter painter(&device);
                plot->toPainter(&painter, plot->width(), plot->height());
            }));
        }
        QVERIFY(texts.count() > 100);
        texts.verifyAllAreMarked();
    }

    void everyPictureThatIsSavedIsTranslated()
    {
        Texts texts;
        texts.addPainted(
            QStringLiteral("picture"), test::recordedSvg(*m_window->findChild<TimelineView*>()).toUtf8());
        QVERIFY(texts.count() > 20);
        texts.verifyAllAreMarked();
    }

    void everyEntryOfTheTimelinesMenuIsTranslated()
    {
        Texts texts;
        // The menu has an event loop of its own.
        QTimer::singleShot(0, this, [&texts] {
            QWidget* menu = QApplication::activePopupWidget();
            addAll(texts, *menu);
            menu->close();
        });
        auto* plot = m_window->findChild<TimelineView*>()->findChild<QCustomPlot*>();
        const QPoint place(plot->rect().center());
        QContextMenuEvent asked(QContextMenuEvent::Mouse, place, plot->mapToGlobal(place));
        QCoreApplication::sendEvent(plot, &asked);
        QVERIFY(texts.count() > 10);
        texts.verifyAllAreMarked();
    }

    void everythingToldAboutAPlaceIsTranslated()
    {
        auto* timeline = m_window->findChild<TimelineView*>();
        auto* readout = timeline->findChild<PacketReadout*>();
        auto* plot = timeline->findChild<QCustomPlot*>();
        Texts texts;
        for (const auto view : {ArrivalView::Delay, ArrivalView::Staircase}) {
            timeline->setArrivalView(view);
            timeline->setVisibleRange({core::ReceiverTime(7000000), core::ReceiverTime(9000000)});
            QTRY_VERIFY(timeline->isUpToDate());
            for (int y = 50; y < plot->height(); y += 8) {
                for (int x = 70; x < plot->width(); x += 29) {
                    test::moveMouse(*plot, QPoint(x, y));
                    if (readout->isVisible())
                        texts.add(QStringLiteral("readout"),
                            QTextDocumentFragment::fromHtml(readout->text()).toPlainText());
                }
            }
        }
        timeline->setArrivalView(ArrivalView::Delay);
        timeline->fit();
        QVERIFY(texts.count() > 50);
        texts.verifyAllAreMarked();
    }

    void everyDialogIsTranslated_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::newRow("keys") << QByteArray("&Keys");
        QTest::newRow("about") << QByteArray("&About JitterScope");
    }
    void everyDialogIsTranslated()
    {
        QFETCH(QByteArray, action);
        actionWith(*m_window, action.constData())->trigger();
        auto* dialog = m_window->findChild<QDialog*>();
        QVERIFY(dialog != nullptr);
        Texts texts;
        addAll(texts, *dialog);
        delete dialog;
        QVERIFY(texts.count() > 3);
        texts.verifyAllAreMarked();
    }

    void everyFileDialogIsTranslated_data()
    {
        QTest::addColumn<QByteArray>("action");
        for (const char* name : {"&Open…", "Open s&cenario…", "Sa&ve scenario…", "&Repaired Ogg…",
                 "&Concealed Ogg…", "&WAV…", "&Stamped capture…", "Save &picture…"})
            QTest::newRow(name) << QByteArray(name);
    }
    void everyFileDialogIsTranslated()
    {
        QFETCH(QByteArray, action);
        actionWith(*m_window, action.constData())->trigger();
        auto* dialog = m_window->findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        Texts texts;
        texts.add(*dialog);
        for (const QString& filter : dialog->nameFilters())
            texts.add(QStringLiteral("filter"), filter);
        delete dialog;
        QVERIFY(texts.count() >= 2);
        texts.verifyAllAreMarked();
    }

    // A text whose context lupdate gets wrong is never found when the program runs.
    void everyTextAskedForIsInTheFiles()
    {
        const auto messages = test::updatedTranslation(QStringLiteral("de"));
        QVERIFY(messages);
        QSet<test::MarkingTranslator::Asked> known;
        for (const test::Message& message : *messages)
            known.insert({message.context, message.source});
        QStringList unknown;
        for (const auto& [context, source] : m_translator.asked()) {
            const bool isQts = context.startsWith(QLatin1Char('Q')) && !context.contains(QLatin1Char(':'));
            if (!isQts && !known.contains({context, source}))
                unknown.append(context % QStringLiteral(": ") % source);
        }
        QVERIFY2(unknown.isEmpty(), qPrintable(unknown.join(QLatin1Char('\n'))));
    }

    void mnemonicsOfAMenuDiffer_data() { languages(); }
    void mnemonicsOfAMenuDiffer()
    {
        QFETCH(QString, language);
        const Spoken spoken(language, m_translator);
        const MainWindow window;
        verifyMnemonicsDiffer(QStringLiteral("menu bar"), window.menuBar()->actions());
        for (const QMenu* menu : window.findChildren<QMenu*>())
            verifyMnemonicsDiffer(menu->title(), menu->actions());
    }

    void textsFitTheirPlaces_data() { languages(); }
    void textsFitTheirPlaces()
    {
        QFETCH(QString, language);
        const Spoken spoken(language, m_translator);
        const std::unique_ptr<MainWindow> window = shownWindow();
        QVERIFY(window != nullptr);
        test::saveScreenshot(*window, QStringLiteral("language-") % language);
        window->findChild<ResultsPanel*>()->setCurrentWidget(window->findChild<SweepPage*>());
        QCoreApplication::processEvents();
        test::saveScreenshot(*window, QStringLiteral("language-sweep-") % language);
        QStringList cut;
        auto* results = window->findChild<ResultsPanel*>();
        for (int tab = 0; tab < results->count(); ++tab) {
            results->setCurrentIndex(tab);
            QCoreApplication::processEvents();
            for (const QWidget* widget : window->findChildren<QWidget*>()) {
                if (isCutOff(*widget))
                    cut.append(widget->property("text").toString());
            }
        }
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }
};

WINDOW_TEST_MAIN(TestTexts)
#include "tst_texts.moc"
