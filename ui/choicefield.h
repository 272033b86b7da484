#pragma once

#include "ui/parametertext.h"

#include <QComboBox>
#include <QWidget>

namespace ui {

class ResetLabel;
class ScenarioEditor;

// A combo box with a drawn arrow that leaves the wheel to the panel until it has the focus.
class ChoiceBox : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceBox(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
};

// One choice of the scenario: label and box.
class ChoiceField : public QWidget {
    Q_OBJECT

public:
    ChoiceField(std::string_view path, ScenarioEditor& editor, QWidget* parent = nullptr);
    void show(const core::Scenario& scenario);

private:
    void setupRow();

    const ChoiceText& m_text;
    ScenarioEditor& m_editor;
    ResetLabel* m_label = nullptr;
    ChoiceBox* m_box = nullptr;
};

} // namespace ui
