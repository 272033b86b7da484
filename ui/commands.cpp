#include "ui/commands.h"

#include "ui/icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QUndoStack>
#include <algorithm>
#include <array>

namespace ui {

namespace {

struct CommandText {
    Command command;
    const char* text;
    const char* keys; // several are separated by blanks
};

constexpr auto commandTexts = std::to_array<CommandText>({
    {Command::Open, QT_TRANSLATE_NOOP("ui::commands", "&Open…"), "Ctrl+O"},
    {Command::OpenSample, QT_TRANSLATE_NOOP("ui::commands", "Open the &sample"), ""},
    {Command::OpenScenario, QT_TRANSLATE_NOOP("ui::commands", "Open s&cenario…"), "Ctrl+Shift+O"},
    {Command::SaveScenario, QT_TRANSLATE_NOOP("ui::commands", "Sa&ve scenario…"), "Ctrl+S"},
    {Command::ExportRepairedOgg, QT_TRANSLATE_NOOP("ui::commands", "&Repaired Ogg…"), "Ctrl+E"},
    {Command::ExportConcealedOgg, QT_TRANSLATE_NOOP("ui::commands", "&Concealed Ogg…"), ""},
    {Command::ExportWav, QT_TRANSLATE_NOOP("ui::commands", "&WAV…"), ""},
    {Command::ExportStamped, QT_TRANSLATE_NOOP("ui::commands", "&Stamped capture…"), ""},
    {Command::SavePicture, QT_TRANSLATE_NOOP("ui::commands", "Save &picture…"), "Ctrl+Shift+S"},
    {Command::SaveDelays, QT_TRANSLATE_NOOP("ui::commands", "Save the delay distribution…"), ""},
    {Command::SaveTradeOff, QT_TRANSLATE_NOOP("ui::commands", "Save the trade-off…"), ""},
    {Command::CopyDelays, QT_TRANSLATE_NOOP("ui::commands", "Copy the delay distribution"), ""},
    {Command::CopyTradeOff, QT_TRANSLATE_NOOP("ui::commands", "Copy the trade-off"), ""},
    {Command::CopyPicture, QT_TRANSLATE_NOOP("ui::commands", "Copy &picture"), "Ctrl+Alt+C"},
    {Command::CopyStatistics, QT_TRANSLATE_NOOP("ui::commands", "Copy s&tatistics"), "Ctrl+Shift+C"},
    {Command::Quit, QT_TRANSLATE_NOOP("ui::commands", "&Quit"), "Ctrl+Q"},
    {Command::ResetScenario, QT_TRANSLATE_NOOP("ui::commands", "&Reset all values"), "Ctrl+Shift+Backspace"},
    {Command::SelectFromPlayhead, QT_TRANSLATE_NOOP("ui::commands", "Select &from the playhead on"), "I ["},
    {Command::SelectToPlayhead, QT_TRANSLATE_NOOP("ui::commands", "Select up t&o the playhead"), "O ]"},
    {Command::ForgetSelection, QT_TRANSLATE_NOOP("ui::commands", "Forget the se&lection"), "Ctrl+Shift+A"},
    {Command::NextPacket, QT_TRANSLATE_NOOP("ui::commands", "Next pac&ket"), "."},
    {Command::PreviousPacket, QT_TRANSLATE_NOOP("ui::commands", "Packet &before"), ","},
    {Command::ZoomIn, QT_TRANSLATE_NOOP("ui::commands", "Zoom &in"), "+ = W"},
    {Command::ZoomOut, QT_TRANSLATE_NOOP("ui::commands", "Zoom &out"), "- S"},
    {Command::Fit, QT_TRANSLATE_NOOP("ui::commands", "&Whole capture"), "0"},
    {Command::PanLeft, QT_TRANSLATE_NOOP("ui::commands", "Move the view left"), "A"},
    {Command::PanRight, QT_TRANSLATE_NOOP("ui::commands", "Move the view right"), "D"},
    {Command::ZoomBack, QT_TRANSLATE_NOOP("ui::commands", "&Back to the view before"), "Alt+Left"},
    {Command::ZoomForward, QT_TRANSLATE_NOOP("ui::commands", "&Forward again"), "Alt+Right"},
    {Command::Live, QT_TRANSLATE_NOOP("ui::commands", "&Live"), "F"},
    {Command::Staircase, QT_TRANSLATE_NOOP("ui::commands", "&Arrivals as a staircase"), "V"},
    {Command::MoveLaneUp, QT_TRANSLATE_NOOP("ui::commands", "Move lane &up"), "Ctrl+Shift+Up"},
    {Command::MoveLaneDown, QT_TRANSLATE_NOOP("ui::commands", "Move lane &down"), "Ctrl+Shift+Down"},
    {Command::MakeLaneTaller, QT_TRANSLATE_NOOP("ui::commands", "Make lane &taller"), "Ctrl+Shift+PgDown"},
    {Command::MakeLaneShorter, QT_TRANSLATE_NOOP("ui::commands", "Make lane &shorter"), "Ctrl+Shift+PgUp"},
    {Command::ResetLanes, QT_TRANSLATE_NOOP("ui::commands", "&Reset lanes"), ""},
    {Command::SortByNextColumn, QT_TRANSLATE_NOOP("ui::commands", "Sort by the ne&xt column"),
        "Ctrl+Shift+Right"},
    {Command::SortByPreviousColumn, QT_TRANSLATE_NOOP("ui::commands", "Sort by the column before"),
        "Ctrl+Shift+Left"},
    {Command::ReverseOrder, QT_TRANSLATE_NOOP("ui::commands", "Re&verse the order of rows"), "Ctrl+Shift+R"},
    {Command::ThemeSystem, QT_TRANSLATE_NOOP("ui::commands", "Like the &desktop"), ""},
    {Command::ThemeLight, QT_TRANSLATE_NOOP("ui::commands", "&Light"), ""},
    {Command::ThemeDark, QT_TRANSLATE_NOOP("ui::commands", "Da&rk"), ""},
    {Command::LanguageSystem, QT_TRANSLATE_NOOP("ui::commands", "Language of the &system"), ""},
    //: A language is named in itself: stays as it is.
    {Command::LanguageEnglish, QT_TRANSLATE_NOOP("ui::commands", "&English"), ""},
    //: A language is named in itself: stays as it is.
    {Command::LanguageGerman, QT_TRANSLATE_NOOP("ui::commands", "&Deutsch"), ""},
    {Command::Play, QT_TRANSLATE_NOOP("ui::commands", "&Play"), "Space"},
    {Command::Stop, QT_TRANSLATE_NOOP("ui::commands", "&Stop and rewind"), "Shift+Space"},
    {Command::Back, QT_TRANSLATE_NOOP("ui::commands", "Back 1 s"), "Left"},
    {Command::Forward, QT_TRANSLATE_NOOP("ui::commands", "Forward 1 s"), "Right"},
    {Command::BackFar, QT_TRANSLATE_NOOP("ui::commands", "Back 10 s"), "Shift+Left"},
    {Command::ForwardFar, QT_TRANSLATE_NOOP("ui::commands", "Forward 10 s"), "Shift+Right"},
    {Command::BackFine, QT_TRANSLATE_NOOP("ui::commands", "Back 100 ms"), "Ctrl+Left"},
    {Command::ForwardFine, QT_TRANSLATE_NOOP("ui::commands", "Forward 100 ms"), "Ctrl+Right"},
    {Command::ToStart, QT_TRANSLATE_NOOP("ui::commands", "To the st&art"), "Home"},
    {Command::ToEnd, QT_TRANSLATE_NOOP("ui::commands", "To the &end"), "End"},
    {Command::Swap, QT_TRANSLATE_NOOP("ui::commands", "S&wap original and received"), "Tab"},
    {Command::Loop, QT_TRANSLATE_NOOP("ui::commands", "&Loop"), "L"},
    {Command::NextGap, QT_TRANSLATE_NOOP("ui::commands", "&Next gap"), "N"},
    {Command::PreviousGap, QT_TRANSLATE_NOOP("ui::commands", "Pre&vious gap"), "P Shift+N"},
    {Command::SavePreset, QT_TRANSLATE_NOOP("ui::commands", "Save as &preset…"), "Ctrl+P"},
    {Command::OwnPresets, QT_TRANSLATE_NOOP("ui::commands", "&My presets…"), ""},
    {Command::NewSeed, QT_TRANSLATE_NOOP("ui::commands", "Another &seed"), "Ctrl+R"},
    {Command::FocusPlayoutDelay, QT_TRANSLATE_NOOP("ui::commands", "Enter the &playout delay"), "Ctrl+D"},
    {Command::ViewA, QT_TRANSLATE_NOOP("ui::commands", "Scenario &A"), "1 Alt+1"},
    {Command::ViewB, QT_TRANSLATE_NOOP("ui::commands", "Scenario &B"), "2 Alt+2"},
    {Command::ViewC, QT_TRANSLATE_NOOP("ui::commands", "Scenario &C"), "3 Alt+3"},
    {Command::ViewD, QT_TRANSLATE_NOOP("ui::commands", "Scenario &D"), "4 Alt+4"},
    {Command::ViewOther, QT_TRANSLATE_NOOP("ui::commands", "The scenario before, to and &fro"), "C"},
    {Command::KeepAsA, QT_TRANSLATE_NOOP("ui::commands", "Keep as &A"), "Ctrl+1"},
    {Command::KeepAsB, QT_TRANSLATE_NOOP("ui::commands", "Keep as &B"), "Ctrl+2"},
    {Command::KeepAsC, QT_TRANSLATE_NOOP("ui::commands", "Keep as &C"), "Ctrl+3"},
    {Command::KeepAsD, QT_TRANSLATE_NOOP("ui::commands", "Keep as &D"), "Ctrl+4"},
    {Command::KeepAsNext, QT_TRANSLATE_NOOP("ui::commands", "Keep as the &next one"), "K"},
    {Command::ForgetOthers, QT_TRANSLATE_NOOP("ui::commands", "&Forget the others"), ""},
    {Command::BlindTest, QT_TRANSLATE_NOOP("ui::commands", "Blind &test (ABX)…"), "Ctrl+B"},
    {Command::NextWidget, QT_TRANSLATE_NOOP("ui::commands", "Next field"), "Ctrl+Tab F6"},
    {Command::PreviousWidget, QT_TRANSLATE_NOOP("ui::commands", "Previous field"),
        "Ctrl+Shift+Tab Shift+F6 Shift+Tab"},
    {Command::NextRegion, QT_TRANSLATE_NOOP("ui::commands", "Next part of the window"), "F7"},
    {Command::Shortcuts, QT_TRANSLATE_NOOP("ui::commands", "&Keys"), "? F1"},
    {Command::About, QT_TRANSLATE_NOOP("ui::commands", "&About JitterScope"), ""},
});

constexpr std::array needCapture{Command::ExportRepairedOgg, Command::ExportConcealedOgg, Command::ExportWav,
    Command::ExportStamped, Command::SavePicture, Command::SaveDelays, Command::SaveTradeOff,
    Command::CopyPicture, Command::CopyDelays, Command::CopyTradeOff, Command::CopyStatistics,
    Command::SelectFromPlayhead, Command::SelectToPlayhead, Command::ForgetSelection, Command::NextPacket,
    Command::PreviousPacket, Command::ZoomIn, Command::ZoomOut, Command::Fit, Command::PanLeft,
    Command::PanRight, Command::Play, Command::Stop, Command::Back, Command::Forward, Command::BackFar,
    Command::ForwardFar, Command::BackFine, Command::ForwardFine, Command::ToStart, Command::ToEnd,
    Command::Loop, Command::NextGap, Command::PreviousGap, Command::BlindTest};

// What a key held down does again and again. All else would be done and undone by the way, or open one window
// more each time.
constexpr std::array repeated{Command::ZoomIn, Command::ZoomOut, Command::PanLeft, Command::PanRight,
    Command::ZoomBack, Command::ZoomForward, Command::MoveLaneUp, Command::MoveLaneDown,
    Command::MakeLaneTaller, Command::MakeLaneShorter, Command::SortByNextColumn,
    Command::SortByPreviousColumn, Command::Back, Command::Forward, Command::BackFar, Command::ForwardFar,
    Command::BackFine, Command::ForwardFine, Command::NextGap, Command::PreviousGap, Command::NextPacket,
    Command::PreviousPacket, Command::NextWidget, Command::PreviousWidget, Command::NextRegion};

QString text(const char* source) { return QCoreApplication::translate("ui::commands", source); }

QList<QKeySequence> keysOf(const char* source)
{
    QList<QKeySequence> keys;
    const QStringList names = QString::fromLatin1(source).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    for (const QString& name : names)
        keys.append(QKeySequence::fromString(name));
    return keys;
}

} // namespace

Commands::Commands(QWidget& window, QUndoStack& undoStack)
    : QObject(&window)
{
    setupActions(window);
    setupUndo(window, undoStack);
    setupChoice({Command::ThemeSystem, Command::ThemeLight, Command::ThemeDark});
    setupChoice({Command::LanguageSystem, Command::LanguageEnglish, Command::LanguageGerman});
    m_exportMenu = menu(tr("&Export"),
        {Command::ExportRepairedOgg, Command::ExportConcealedOgg, Command::ExportWav,
            Command::ExportStamped});
    m_recentMenu = menu(tr("Open &recent"), {});
    m_presetMenu = menu(tr("Network p&reset"), {});
    m_presetMenu->setObjectName(QStringLiteral("presetMenu"));
    m_lanesMenu = menu(tr("La&nes"), {});
    m_keepMenu = menu(tr("&Keep the scenario"),
        {Command::KeepAsNext, Command::KeepAsA, Command::KeepAsB, Command::KeepAsC, Command::KeepAsD,
            Command::ForgetOthers});
    setHasCapture(false);
}

void Commands::setupActions(QWidget& window)
{
    for (const CommandText& entry : commandTexts) {
        auto* action = new QAction(text(entry.text), &window);
        action->setShortcuts(keysOf(entry.keys));
        action->setAutoRepeat(std::ranges::find(repeated, entry.command) != repeated.end());
        window.addAction(action);
        m_actions.insert(entry.command, action);
        m_order.append(action);
    }
    for (const Command command : {Command::Live, Command::Staircase, Command::Loop, Command::Play,
             Command::ViewA, Command::ViewB, Command::ViewC, Command::ViewD})
        action(command)->setCheckable(true);
    action(Command::Stop)->setIcon(icon(Glyph::Stop));
    action(Command::Loop)->setIcon(icon(Glyph::Loop));
    action(Command::Quit)->setMenuRole(QAction::QuitRole);
    action(Command::About)->setMenuRole(QAction::AboutRole);
}

void Commands::setupUndo(QWidget& window, QUndoStack& undoStack)
{
    QAction* undo = undoStack.createUndoAction(&window, tr("&Undo"));
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    QAction* redo = undoStack.createRedoAction(&window, tr("Re&do"));
    redo->setShortcuts({QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z), QKeySequence(Qt::CTRL | Qt::Key_Y)});
    m_undoActions = {undo, redo};
    window.addActions(m_undoActions);
}

// Exactly one of them is checked, at first the first.
void Commands::setupChoice(std::initializer_list<Command> commands)
{
    auto* group = new QActionGroup(this);
    for (const Command command : commands) {
        action(command)->setCheckable(true);
        group->addAction(action(command));
    }
    action(*commands.begin())->setChecked(true);
}

QMenu* Commands::menu(const QString& title, std::initializer_list<Command> commands)
{
    auto* result = new QMenu(title, qobject_cast<QWidget*>(parent()));
    for (const Command command : commands)
        result->addAction(action(command));
    return result;
}

void Commands::fill(QMenuBar& bar)
{
    QMenu* file = menu(tr("&File"), {Command::Open});
    file->addMenu(m_recentMenu);
    file->addAction(action(Command::OpenSample));
    file->addSeparator();
    file->addActions({action(Command::OpenScenario), action(Command::SaveScenario)});
    file->addSeparator();
    file->addMenu(m_exportMenu);
    file->addActions(
        {action(Command::SavePicture), action(Command::SaveDelays), action(Command::SaveTradeOff)});
    file->addSeparator();
    file->addAction(action(Command::Quit));
    QMenu* edit = menu(tr("&Edit"), {});
    edit->addActions(m_undoActions);
    edit->addSeparator();
    edit->addActions({action(Command::CopyStatistics), action(Command::CopyPicture),
        action(Command::CopyDelays), action(Command::CopyTradeOff), action(Command::ResetScenario)});
    edit->addSeparator();
    edit->addActions({action(Command::SelectFromPlayhead), action(Command::SelectToPlayhead),
        action(Command::ForgetSelection), action(Command::NextPacket), action(Command::PreviousPacket)});
    QMenu* view = menu(tr("&View"),
        {Command::ZoomIn, Command::ZoomOut, Command::Fit, Command::PanLeft, Command::PanRight,
            Command::ZoomBack, Command::ZoomForward, Command::Live, Command::Staircase});
    view->addMenu(m_lanesMenu);
    view->addMenu(menu(tr("&Theme"), {Command::ThemeSystem, Command::ThemeLight, Command::ThemeDark}));
    view->addMenu(
        menu(tr("Lan&guage"), {Command::LanguageSystem, Command::LanguageEnglish, Command::LanguageGerman}));
    view->addSeparator();
    view->addActions({action(Command::SortByNextColumn), action(Command::SortByPreviousColumn),
        action(Command::ReverseOrder)});
    view->addSeparator();
    view->addActions(
        {action(Command::NextWidget), action(Command::PreviousWidget), action(Command::NextRegion)});
    QMenu* playback = menu(tr("&Playback"),
        {Command::Play, Command::Stop, Command::Swap, Command::Loop, Command::NextGap, Command::PreviousGap,
            Command::Back, Command::Forward, Command::BackFar, Command::ForwardFar, Command::BackFine,
            Command::ForwardFine, Command::ToStart, Command::ToEnd});
    QMenu* simulate = menu(tr("&Simulate"), {});
    simulate->addMenu(m_presetMenu);
    simulate->addActions({action(Command::NewSeed), action(Command::FocusPlayoutDelay)});
    simulate->addSeparator();
    for (const Slot slot : allSlots)
        simulate->addAction(viewAction(slot));
    simulate->addAction(action(Command::ViewOther));
    simulate->addMenu(m_keepMenu);
    simulate->addAction(action(Command::BlindTest));
    for (QMenu* top :
        {file, edit, view, playback, simulate, menu(tr("&Help"), {Command::Shortcuts, Command::About})})
        bar.addMenu(top);
}

void Commands::setBlind(bool isBlind)
{
    for (QAction* action : m_blinded)
        action->setEnabled(true);
    m_blinded.clear();
    if (!isBlind)
        return;
    for (QAction* each : m_order + m_undoActions) {
        const bool isLeft = each == action(Command::Play) || each == action(Command::Quit);
        if (each->isEnabled() && !isLeft)
            m_blinded.append(each);
    }
    for (QAction* action : m_blinded)
        action->setEnabled(false);
}

QAction* Commands::viewAction(Slot slot) const
{
    return action(static_cast<Command>(static_cast<int>(Command::ViewA) + static_cast<int>(slot)));
}

QAction* Commands::keepAction(Slot slot) const
{
    return action(static_cast<Command>(static_cast<int>(Command::KeepAsA) + static_cast<int>(slot)));
}

void Commands::setKept(const KeptScenarios& kept) const
{
    for (const Slot slot : allSlots) {
        viewAction(slot)->setChecked(slot == kept.onView);
        keepAction(slot)->setEnabled(slot != kept.onView);
    }
    const size_t count = kept.filled().size();
    action(Command::KeepAsNext)->setEnabled(count < allSlots.size());
    action(Command::ViewOther)->setEnabled(count > 1);
    action(Command::ForgetOthers)->setEnabled(count > 1);
}

void Commands::setHasCapture(bool hasCapture)
{
    for (const Command command : needCapture)
        action(command)->setEnabled(hasCapture);
    m_exportMenu->setEnabled(hasCapture);
}

} // namespace ui
