#pragma once

#include "core/analysis/scenario.h"

#include <QObject>
#include <QTimer>
#include <QUndoStack>

namespace ui {

struct ChoiceText;

// The one way by which the window changes the scenario: every change is a named undo step; changes of the
// same value within one gesture (a drag, a run of key presses or wheel clicks) are one step. GUI thread only.
class ScenarioEditor : public QObject {
    Q_OBJECT

public:
    explicit ScenarioEditor(QObject* parent = nullptr);

    [[nodiscard]] const core::Scenario& scenario() const { return m_scenario; }
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

    // A drag: all changes between are one step, however long it takes.
    void beginGesture();
    void endGesture();

signals:
    void changed(const core::Scenario& scenario); // edited, undone or redone
    void shown(const core::Scenario& scenario); // after any change, replace() included

private:
    friend class ScenarioCommand;
    struct Change {
        core::Scenario scenario;
        QString name; // "Loss rate"
        QString before;
        QString after;
        QString key; // of what was changed; equal keys merge within a gesture
    };
    void push(Change change);
    void show(const core::Scenario& scenario);

    core::Scenario m_scenario;
    QUndoStack m_undoStack;
    QTimer m_pause; // ends a gesture of keys or wheel
    quint64 m_gesture = 0;
    bool m_isDragging = false;
};

} // namespace ui
