#pragma once

#include "ui/keptscenarios.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

namespace ui {

struct ChoiceText;

// The one way by which the window changes the scenario: every change is a named undo step; changes of the
// same value within one gesture (a drag, a run of key presses or wheel clicks) are one step.
//
// Of the scenarios that are kept side by side, the one on view is edited. Which one is on view is no undo
// step; a step that is undone or redone puts the slot that it changes on view. GUI thread only.
class ScenarioEditor : public QObject {
    Q_OBJECT

public:
    explicit ScenarioEditor(QObject* parent = nullptr);

    [[nodiscard]] const core::Scenario& scenario() const { return m_kept.shown(); }
    [[nodiscard]] const KeptScenarios& kept() const { return m_kept; }
    [[nodiscard]] QUndoStack* undoStack() { return &m_undoStack; }

    // Clamped to the parameter's range; nothing happens where the value stays.
    void setNumber(const core::Parameter& parameter, double value);
    void setChoice(const ChoiceText& choice, int option);
    void setKeepOrder(bool keepsOrder);
    void setSeed(uint64_t seed);
    // Any other change, as one step.
    void apply(const core::Scenario& scenario, const QString& undoName);
    // Without an undo step; older steps are forgotten, for they would lead elsewhere.
    void replace(const core::Scenario& scenario);
    void replaceAll(const KeptScenarios& kept);

    // Puts another slot on view. One that is empty first gets a copy of what is on view now.
    void view(Slot slot);
    // The one that was on view before, to and fro.
    void viewOther();
    // Copies what is on view to another slot, as one step; it stays on view.
    void keepAs(Slot slot);
    // The same with the first empty slot; nothing happens if there is none.
    void keepAsNext();
    // Empties all slots but the one on view, as one step.
    void forgetOthers();

    // A drag: all changes between are one step, however long it takes.
    void beginGesture();
    void resumeGesture(); // the drag that ended last, unless something else was changed since
    void endGesture();

signals:
    void changed(const core::Scenario& scenario); // edited, undone or redone
    void shown(const core::Scenario& scenario); // after any change, replace() included
    void keptChanged(const ui::KeptScenarios& kept); // what any slot holds, or which is on view

private:
    friend class ScenarioCommand;
    friend class KeepCommand;
    struct Change {
        core::Scenario scenario;
        QString name; // "Loss rate"
        QString before;
        QString after;
        QString key; // of what was changed; equal keys merge within a gesture
    };
    void push(Change change);
    void show(Slot slot, const core::Scenario& scenario);
    void setAll(const KeptScenarios::All& all, Slot instead);
    void putOnView(Slot slot);
    void pushKept(const KeptScenarios::All& all, const QString& name);

    KeptScenarios m_kept;
    Slot m_other = Slot::A; // on view before
    QUndoStack m_undoStack;
    QTimer m_pause; // ends a gesture of keys or wheel
    quint64 m_gesture = 0;
    quint64 m_drag = 0; // the newest gesture that was a drag
    bool m_isDragging = false;
};

} // namespace ui
