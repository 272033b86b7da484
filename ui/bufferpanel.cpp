#include "ui/bufferpanel.h"

namespace ui {

BufferPanel::BufferPanel(ScenarioEditor& editor, QWidget* parent)
    : PanelForm(tr("Jitter buffer"), nullptr, parent)
{
    addChoice("buffer.strategy", editor);
    addNumber("buffer.playout_delay_ms", editor);
    addNumber("buffer.max_duration_ms", editor);
    addNumber("buffer.epsilon_ms", editor);
    addNumber("buffer.loss_step_ms", editor);
    addNumber("buffer.loss_threshold_ms", editor);
}

ConcealmentPanel::ConcealmentPanel(ScenarioEditor& editor, QWidget* parent)
    : PanelForm(tr("Concealment"), nullptr, parent)
{
    addChoice("concealment.mode", editor);
    addNumber("buffer.max_loss_ms", editor);
}

} // namespace ui
