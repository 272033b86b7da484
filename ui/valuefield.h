#pragma once

#include "ui/parametertext.h"

#include <QLabel>
#include <QLineEdit>
#include <QWidget>
#include <optional>

namespace ui {

class ScenarioEditor;
class ValueSlider;

// A label that can be double-clicked.
class ResetLabel : public QLabel {
    Q_OBJECT

public:
    using QLabel::QLabel;
    void setModified(bool isModified); // bold and bright, or faint

signals:
    void resetRequested();

protected:
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    std::optional<bool> m_isModified;
};

// The number field beside a slider: text with a unit, entered by Enter or by leaving it. Undo and redo are
// those of the text while it is being typed, else those of the window.
class ValueEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit ValueEdit(QWidget* parent = nullptr);
    void showText(const QString& text); // left alone while the user is typing
    void tell(const QString& text); // right below, for a while

signals:
    void entered(const QString& text);
    void stepped(int steps);
    void left(); // by Enter or Escape: the focus shall go where the keys are those of the window

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void enter();
    void fitText();
    [[nodiscard]] bool isKeyOfWindow(const QKeyEvent& event) const;
    QString m_shown;
};

// One number of the scenario: label, slider, number field. It edits through the ScenarioEditor and shows what
// that holds.
class ValueField : public QWidget {
    Q_OBJECT

public:
    ValueField(std::string_view path, ScenarioEditor& editor, QWidget* parent = nullptr);

    [[nodiscard]] const core::Parameter& parameter() const { return m_parameter; }
    void show(const core::Scenario& scenario);

private:
    void setupRow();
    void setupSignals();
    void enter(const QString& text);
    void edit(double value);
    void reset();
    void showTooltip(const core::Scenario& scenario);

    const core::Parameter& m_parameter;
    const ParameterText& m_text;
    ScenarioEditor& m_editor;
    ResetLabel* m_label = nullptr;
    ValueSlider* m_slider = nullptr;
    ValueEdit* m_edit = nullptr;
};

} // namespace ui
