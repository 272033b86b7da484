#pragma once

#include <QDialog>
#include <QStringList>

class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace ui {

// Names of presets that can be chosen.
struct PresetNames {
    QStringList builtIn; // can't be changed
    QStringList own;

    [[nodiscard]] bool isBuiltIn(const QString& name) const;
    [[nodiscard]] bool isOwn(const QString& name) const;
};

// Asks for the name under which the scenario is saved.
class SavePresetDialog : public QDialog {
    Q_OBJECT

public:
    SavePresetDialog(PresetNames names, QWidget* parent);

signals:
    void nameChosen(const QString& name);

private:
    void check();
    void choose();

    PresetNames m_names;
    QLineEdit* m_name = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_save = nullptr;
};

// The user's own presets, to be renamed and deleted.
class OwnPresetsDialog : public QDialog {
    Q_OBJECT

public:
    explicit OwnPresetsDialog(QWidget* parent);

    void showNames(const PresetNames& names);

signals:
    void renameRequested(const QString& oldName, const QString& newName);
    void removeRequested(const QString& name);

private:
    void rename(QListWidgetItem& item);
    void remove();
    void showButtons();

    PresetNames m_names;
    QListWidget* m_list = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_rename = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace ui
