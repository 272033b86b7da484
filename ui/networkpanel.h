#pragma once

#include "core/analysis/scenario.h"

#include <QString>
#include <QWidget>
#include <vector>

class QCheckBox;
class QMenu;
class QToolButton;

namespace ui {

class PanelForm;
class ResetLabel;
class ScenarioEditor;
class ValueEdit;

// The simulated network: delay, jitter, loss, reorder, duplicates, drift, seed, and the presets.
class NetworkPanel : public QWidget {
    Q_OBJECT

public:
    explicit NetworkPanel(ScenarioEditor& editor, QWidget* parent = nullptr);

    void setPresetMenu(QMenu* menu);
    // The network on view has this name from now on, whenever it comes back into view.
    void setPresetName(const QString& name);

private:
    void setupRows(PanelForm& form);
    QWidget* setupSeed();
    void enterSeed(const QString& text);
    void show(const core::Scenario& scenario);

    ScenarioEditor& m_editor;
    QToolButton* m_presets = nullptr;
    QCheckBox* m_keepOrder = nullptr;
    ResetLabel* m_orderLabel = nullptr;
    ValueEdit* m_seed = nullptr;
    struct NamedNetwork {
        QString name;
        core::NetworkSettings network;
    };
    std::vector<NamedNetwork> m_named;
};

} // namespace ui
