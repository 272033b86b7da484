#pragma once

#include "ui/panelform.h"

namespace ui {

// The receiver's jitter buffer.
class BufferPanel : public PanelForm {
    Q_OBJECT

public:
    explicit BufferPanel(ScenarioEditor& editor, QWidget* parent = nullptr);
};

// What is heard in place of what is lost.
class ConcealmentPanel : public PanelForm {
    Q_OBJECT

public:
    explicit ConcealmentPanel(ScenarioEditor& editor, QWidget* parent = nullptr);
};

} // namespace ui
