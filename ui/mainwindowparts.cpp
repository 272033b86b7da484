#include "ui/mainwindowparts.h"

#include "ui/blindmode.h"
#include "ui/blindpage.h"
#include "ui/bufferpanel.h"
#include "ui/buttonkeys.h"
#include "ui/column.h"
#include "ui/comparison.h"
#include "ui/emptyview.h"
#include "ui/filedialogs.h"
#include "ui/messagebar.h"
#include "ui/networkpanel.h"
#include "ui/pacedrepaint.h"
#include "ui/presetchoice.h"
#include "ui/resultspanel.h"
#include "ui/shortcutsheet.h"
#include "ui/slotbar.h"
#include "ui/splitter.h"
#include "ui/statisticspanel.h"
#include "ui/statusline.h"
#include "ui/timelineview.h"
#include "ui/tradeoffpanel.h"
#include "ui/transportbar.h"
#include "ui/valuefield.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QRandomGenerator>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace ui {

namespace {

constexpr int leftWidth = 261;
constexpr int rightWidth = 267;
constexpr int resultsHeight = 150;

} // namespace

MainWindow::Parts::Parts(MainWindow& owner)
    : window(owner)
{
    commands = new Commands(owner, *editor.undoStack());
    commands->fill(*owner.menuBar());
    setupWidgets();
    setupColumns();
    connectFiles();
    connectTransport();
    connectPlayhead();
    connectGaps();
    connectView();
    connectTimeline();
    connectFocus();
    connectBlind();
    connectSweep();
    connect(&editor, &ScenarioEditor::changed, &owner, &MainWindow::scenarioChanged);
    connect(&editor, &ScenarioEditor::keptChanged, &owner, &MainWindow::keptScenariosChanged);
}

void MainWindow::Parts::setupWidgets()
{
    transport = new TransportBar(*commands);
    message = new MessageBar;
    network = new NetworkPanel(editor);
    presets = new PresetChoice(window, *commands, *network);
    statistics = new StatisticsPanel;
    tradeOff = new TradeOffPanel(editor);
    timeline = new TimelineView;
    results = new ResultsPanel;
    details = new PacedRepaint({statistics, results}, &window);
    curves = new PacedRepaint({tradeOff}, &window, std::chrono::milliseconds(60));
    status = new StatusLine;
    timeline->setMinimumSize(300, 180);
    empty = new EmptyView;
    connect(empty, &EmptyView::openRequested, commands->action(Command::Open), &QAction::trigger);
    connect(empty, &EmptyView::sampleRequested, &window, &MainWindow::sampleRequested);
    connect(empty, &EmptyView::recentRequested, &window, &MainWindow::openRequested);
    centre = new QStackedWidget;
    centre->addWidget(empty);
    centre->addWidget(timeline);
}

void MainWindow::Parts::setupColumns()
{
    rows = new Splitter(Qt::Vertical);
    rows->addWidget(centre);
    rows->addWidget(results);
    rows->setStretchFactor(0, 1);
    rows->setSizes({4000, resultsHeight});
    columns = new Splitter(Qt::Horizontal);
    auto* scenarios = new SlotBar(*commands);
    new Comparison(editor, *commands, *scenarios, results->compare());
    columns->addWidget(
        new Column({scenarios, network, new BufferPanel(editor), new ConcealmentPanel(editor)}, leftWidth));
    columns->addWidget(rows);
    columns->addWidget(new Column({statistics, tradeOff}, rightWidth));
    columns->setStretchFactor(1, 1);
    for (Splitter* splitter : {rows, columns})
        splitter->setHandleWidth(1);
    columns->setSizes({leftWidth, 4000, rightWidth});
    rows->setHandleName(1, MainWindow::tr("Height of the tables"));
    columns->setHandleName(1, MainWindow::tr("Width of the settings"));
    columns->setHandleName(2, MainWindow::tr("Width of the statistics"));
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(transport);
    layout->addWidget(message);
    layout->addWidget(columns, 1);
    blindPage = new BlindPage;
    layout->addWidget(blindPage, 1);
    layout->addWidget(status);
    window.setCentralWidget(content);
    blind = new BlindMode(window, *commands, *blindPage, {transport, columns});
}

void MainWindow::Parts::on(Command command, std::function<void()> handler)
{
    connect(commands->action(command), &QAction::triggered, this, std::move(handler));
}

void MainWindow::Parts::connectFiles()
{
    on(Command::Open, [this] {
        askCapture(&window, folder, [this](const QString& path) { emit window.openRequested(path); });
    });
    on(Command::OpenSample, [this] { emit window.sampleRequested(); });
    on(Command::OpenScenario, [this] {
        askScenarioToOpen(
            &window, folder, [this](const QString& path) { emit window.scenarioOpenRequested(path); });
    });
    on(Command::SaveScenario, [this] {
        askScenarioToSave(
            &window, folder, [this](const QString& path) { emit window.scenarioSaveRequested(path); });
    });
    on(Command::ExportRepairedOgg, [this] { exportAs(core::ExportKind::RepairedOgg); });
    on(Command::ExportConcealedOgg, [this] { exportAs(core::ExportKind::ConcealedOgg); });
    on(Command::ExportWav, [this] { exportAs(core::ExportKind::Wav); });
    on(Command::ExportStamped, [this] { exportAs(core::ExportKind::Stamped); });
    connectPictures();
    on(Command::CopyStatistics, [this] { QGuiApplication::clipboard()->setText(statistics->text()); });
    on(Command::Quit, [this] { window.close(); });
    connect(status, &StatusLine::cancelRequested, &window, &MainWindow::cancelRequested);
    on(Command::ResetScenario,
        [this] { editor.apply(core::Scenario(), MainWindow::tr("Reset all values")); });
    on(Command::NewSeed, [this] { editor.setSeed(QRandomGenerator::global()->bounded(1U, 100000000U)); });
}

void MainWindow::Parts::connectView()
{
    connect(commands->action(Command::Live), &QAction::toggled, timeline, &TimelineView::setLive);
    connect(commands->action(Command::Staircase), &QAction::toggled, timeline,
        [this](bool isOn) { timeline->setArrivalView(isOn ? ArrivalView::Staircase : ArrivalView::Delay); });
    connect(timeline, &TimelineView::arrivalViewChanged, this, [this](ArrivalView view) {
        commands->action(Command::Staircase)->setChecked(view == ArrivalView::Staircase);
    });
    on(Command::MoveLaneUp, [this] { timeline->moveLaneUp(); });
    on(Command::MoveLaneDown, [this] { timeline->moveLaneDown(); });
    on(Command::MakeLaneTaller, [this] { timeline->makeLaneTaller(); });
    on(Command::MakeLaneShorter, [this] { timeline->makeLaneShorter(); });
    on(Command::SortByNextColumn, [this] { results->sortByNextColumn(); });
    on(Command::SortByPreviousColumn, [this] { results->sortByPreviousColumn(); });
    on(Command::ReverseOrder, [this] { results->reverseOrder(); });
    on(Command::ResetLanes, [this] { timeline->resetArrangement(); });
    connect(commands->lanesMenu(), &QMenu::aboutToShow, this, &Parts::fillLanesMenu);
    fillLanesMenu();
    on(Command::ZoomIn, [this] { timeline->zoomIn(); });
    on(Command::ZoomOut, [this] { timeline->zoomOut(); });
    on(Command::Fit, [this] { timeline->fit(); });
    on(Command::PanLeft, [this] { timeline->panLeft(); });
    on(Command::PanRight, [this] { timeline->panRight(); });
    on(Command::ZoomBack, [this] { timeline->zoomBack(); });
    on(Command::ZoomForward, [this] { timeline->zoomForward(); });
    on(Command::ThemeSystem, [this] { chooseTheme(ThemeChoice::System); });
    on(Command::ThemeLight, [this] { chooseTheme(ThemeChoice::Light); });
    on(Command::ThemeDark, [this] { chooseTheme(ThemeChoice::Dark); });
    on(Command::LanguageSystem, [this] { chooseLanguage(Language::System); });
    on(Command::LanguageEnglish, [this] { chooseLanguage(Language::English); });
    on(Command::LanguageGerman, [this] { chooseLanguage(Language::German); });
    on(Command::Shortcuts, [this] { (new ShortcutSheet(*window.menuBar(), &window))->show(); });
    on(Command::About, [this] {
        auto* about = new QMessageBox(QMessageBox::NoIcon, MainWindow::tr("About JitterScope"),
            MainWindow::tr(
                "<b>JitterScope</b><p>What should this jitter buffer do with this stream on that network, "
                "and how will it sound?</p><p>Free software under the GNU General Public License, version 3 "
                "or later.</p>"),
            QMessageBox::Close, &window);
        about->setAttribute(Qt::WA_DeleteOnClose);
        about->open();
    });
}

void MainWindow::Parts::connectTimeline()
{
    connect(timeline, &TimelineView::seekRequested, this, &Parts::seek);
    on(Command::SelectFromPlayhead, [this] { selectAtPlayhead(SelectionEnd::Begin); });
    on(Command::SelectToPlayhead, [this] { selectAtPlayhead(SelectionEnd::End); });
    on(Command::NextPacket, [this] { timeline->selectNextPacket(); });
    on(Command::PreviousPacket, [this] { timeline->selectPreviousPacket(); });
    on(Command::ForgetSelection, [this] { timeline->setSelection(std::nullopt); });
    connect(timeline, &TimelineView::visibleRangeChanged, &window,
        [this](TimeRange range) { emit window.visibleRangeChanged(range.begin, range.end); });
    connect(timeline, &TimelineView::selectionChanged, this, [this](std::optional<TimeRange> selection) {
        if (isSelectionMoving)
            return;
        isGapChosenLast = isGapChosenLast && !selection;
        statistics->setSelection(selection);
        emit window.selectionChanged(selection);
        selectedAudio = selection ? audioOf(*selection) : std::nullopt;
        if (commands->action(Command::Loop)->isChecked())
            loop(true);
    });
    connect(statistics, &StatisticsPanel::scopeChanged, tradeOff, &TradeOffPanel::setScope);
}

// The other end stays where it is, or becomes that of the whole if there is no range between them.
void MainWindow::Parts::selectAtPlayhead(SelectionEnd moved)
{
    if (!analysis)
        return;
    const TimeRange whole{{}, analysis->timeline.end()};
    const std::optional<TimeRange> before = timeline->selection();
    TimeRange range{playhead, before && before->end > playhead ? before->end : whole.end};
    if (moved == SelectionEnd::End)
        range = {before && before->begin < playhead ? before->begin : whole.begin, playhead};
    if (range.begin < range.end)
        timeline->setSelection(range);
}

void MainWindow::Parts::connectFocus()
{
    new ButtonKeys(&window);
    on(Command::NextWidget, [this] { window.focusNextChild(); });
    on(Command::PreviousWidget, [this] { window.focusPreviousChild(); });
    on(Command::NextRegion, [this] {
        const QList<QWidget*> regions{transport, columns->widget(0), centre, results, columns->widget(2)};
        const auto hasFocus = [](const QWidget* region) {
            return region->hasFocus() || region->isAncestorOf(region->window()->focusWidget());
        };
        const auto now = std::ranges::find_if(regions, hasFocus);
        const qsizetype next = now == regions.end() ? 0 : (now - regions.begin() + 1) % regions.size();
        QWidget* region = regions[next];
        const QList<QWidget*> inside = region->findChildren<QWidget*>();
        const auto first = std::ranges::find_if(inside, [](const QWidget* widget) {
            return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0;
        });
        (first == inside.end() ? region : *first)->setFocus(Qt::OtherFocusReason);
    });
    for (ValueEdit* edit : columns->widget(0)->findChildren<ValueEdit*>())
        connect(edit, &ValueEdit::left, this, &Parts::focusTimeline);
    on(Command::FocusPlayoutDelay, [this] {
        auto* field = window.findChild<QWidget*>(QStringLiteral("buffer.playout_delay_ms"));
        if (auto* edit = field->findChild<QLineEdit*>()) {
            edit->setFocus(Qt::ShortcutFocusReason);
            edit->selectAll();
        }
    });
}

// What is typed next is meant for the window: N is the next gap.
void MainWindow::Parts::focusTimeline() const { centre->currentWidget()->setFocus(Qt::OtherFocusReason); }

void MainWindow::Parts::fillMenu(
    QMenu& menu, const QStringList& entries, void (MainWindow::*signal)(const QString&))
{
    menu.clear();
    for (const QString& entry : entries)
        menu.addAction(QString(entry).replace(QLatin1Char('&'), QStringLiteral("&&")), &window,
            [this, entry, signal] { emit(window.*signal)(entry); });
    menu.setEnabled(!entries.isEmpty());
}

void MainWindow::Parts::fillLanesMenu() const
{
    QMenu& menu = *commands->lanesMenu();
    menu.clear();
    timeline->addLaneActions(menu);
    menu.addSeparator();
    for (const Command command : {Command::MoveLaneUp, Command::MoveLaneDown, Command::MakeLaneTaller,
             Command::MakeLaneShorter, Command::ResetLanes})
        menu.addAction(commands->action(command));
}

void MainWindow::Parts::chooseTheme(ThemeChoice choice)
{
    setTheme(choice);
    emit window.themeChosen(choice);
}

void MainWindow::Parts::setTheme(ThemeChoice choice) const
{
    constexpr std::array names{Command::ThemeSystem, Command::ThemeLight, Command::ThemeDark};
    commands->action(names[static_cast<size_t>(choice)])->setChecked(true);
    applyTheme(choice);
    statistics->refresh();
}

void MainWindow::Parts::chooseLanguage(Language language)
{
    showLanguage(language);
    emit window.languageChosen(language);
    window.showNote(MainWindow::tr("The language changes at the next start."));
}

void MainWindow::Parts::showLanguage(Language language) const
{
    constexpr std::array names{Command::LanguageSystem, Command::LanguageEnglish, Command::LanguageGerman};
    commands->action(names[static_cast<size_t>(language)])->setChecked(true);
}

void MainWindow::Parts::exportAs(core::ExportKind kind)
{
    if (!capture)
        return;
    const QString place = QDir(folder).filePath(QString::fromStdString(capture->name()));
    askExport(
        &window, kind, place, [this, kind](const QString& path) { emit window.exportRequested(kind, path); });
}

} // namespace ui
