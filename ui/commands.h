#pragma once

#include "ui/keptscenarios.h"

#include <QHash>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;
class QUndoStack;

namespace ui {

enum class Command : uint8_t {
    Open,
    OpenSample,
    OpenScenario,
    SaveScenario,
    ExportRepairedOgg,
    ExportConcealedOgg,
    ExportWav,
    ExportStamped,
    SavePicture,
    SaveDelays,
    SaveTradeOff,
    CopyPicture,
    CopyDelays,
    CopyTradeOff,
    CopyStatistics,
    Quit,
    ResetScenario,
    SelectFromPlayhead,
    SelectToPlayhead,
    ForgetSelection,
    NextPacket,
    PreviousPacket,
    ZoomIn,
    ZoomOut,
    Fit,
    PanLeft,
    PanRight,
    ZoomBack,
    ZoomForward,
    Live,
    Staircase,
    MoveLaneUp,
    MoveLaneDown,
    MakeLaneTaller,
    MakeLaneShorter,
    ResetLanes,
    SortByNextColumn,
    SortByPreviousColumn,
    ReverseOrder,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    LanguageSystem,
    LanguageEnglish,
    LanguageGerman,
    Play,
    Stop,
    Back,
    Forward,
    BackFar,
    ForwardFar,
    BackFine,
    ForwardFine,
    ToStart,
    ToEnd,
    Swap,
    Loop,
    NextGap,
    PreviousGap,
    SavePreset,
    OwnPresets,
    NewSeed,
    FocusPlayoutDelay,
    ViewA, // those of the slots in the order of Slot
    ViewB,
    ViewC,
    ViewD,
    ViewOther,
    KeepAsA,
    KeepAsB,
    KeepAsC,
    KeepAsD,
    KeepAsNext,
    ForgetOthers,
    BlindTest,
    NextWidget,
    PreviousWidget,
    NextRegion,
    Shortcuts,
    About,
};

// All actions of the window, with their words and keys, and the menus made of them.
class Commands : public QObject {
    Q_OBJECT

public:
    // The actions belong to `window`, so that their keys work wherever the focus in it is.
    Commands(QWidget& window, QUndoStack& undoStack);

    [[nodiscard]] QAction* action(Command command) const { return m_actions.value(command); }
    [[nodiscard]] QAction* viewAction(Slot slot) const;
    [[nodiscard]] QAction* keepAction(Slot slot) const;
    [[nodiscard]] QMenu* exportMenu() const { return m_exportMenu; }
    [[nodiscard]] QMenu* recentMenu() const { return m_recentMenu; }
    [[nodiscard]] QMenu* presetMenu() const { return m_presetMenu; }
    [[nodiscard]] QMenu* lanesMenu() const { return m_lanesMenu; }
    [[nodiscard]] QMenu* keepMenu() const { return m_keepMenu; }

    void fill(QMenuBar& bar);
    // What makes no sense without a capture is grey until there is one.
    void setHasCapture(bool hasCapture);
    // In a blind test only playing and quitting is left.
    void setBlind(bool isBlind);
    // Which scenario is on view, and what can be done with the kept ones.
    void setKept(const KeptScenarios& kept) const;

private:
    void setupActions(QWidget& window);
    void setupUndo(QWidget& window, QUndoStack& undoStack);
    void setupChoice(std::initializer_list<Command> commands);
    QMenu* menu(const QString& title, std::initializer_list<Command> commands);

    QHash<Command, QAction*> m_actions;
    QList<QAction*> m_order;
    QList<QAction*> m_undoActions;
    QList<QAction*> m_blinded; // to be enabled again
    QMenu* m_exportMenu = nullptr;
    QMenu* m_recentMenu = nullptr;
    QMenu* m_presetMenu = nullptr;
    QMenu* m_lanesMenu = nullptr;
    QMenu* m_keepMenu = nullptr;
};

} // namespace ui
