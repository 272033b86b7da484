#pragma once

#include <QString>
#include <QWidget>
#include <string_view>

class QVBoxLayout;

namespace ui {

class ResetLabel;
class ScenarioEditor;

// A panel of the side columns: a heading with a line below, then rows that all share their columns.
class PanelForm : public QWidget {
    Q_OBJECT

public:
    static constexpr int labelWidth = 90;
    static constexpr int fieldWidth = 64;
    static constexpr int columnSpacing = 7;

    // corner: what stands at the right of the heading; may be null.
    explicit PanelForm(const QString& title, QWidget* corner = nullptr, QWidget* parent = nullptr);

    void addNumber(std::string_view path, ScenarioEditor& editor);
    void addChoice(std::string_view path, ScenarioEditor& editor);
    void addRow(QWidget* row);
    // A row with a faint label, which is returned; buddy is what the label is for.
    ResetLabel* addRow(const QString& label, QWidget* buddy);

private:
    QVBoxLayout* m_rows = nullptr;
};

} // namespace ui
