#pragma once

#include "core/network/settings.h"

#include <QWidget>

namespace ui {

class ScenarioEditor;

// A small curve: density of the network delay that the jitter settings make.
class ShapePlot : public QWidget {
    Q_OBJECT

public:
    explicit ShapePlot(ScenarioEditor& editor, QWidget* parent = nullptr);
    QSize sizeHint() const override { return {140, 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    core::NetworkSettings::Jitter m_jitter;
};

} // namespace ui
