#pragma once

#include "ui/keptscenarios.h"

#include <QWidget>
#include <array>

class QToolButton;

namespace ui {

class Commands;

// Top of the left column: which of the scenarios A to D is on view, which are kept, and what can be done
// with them.
class SlotBar : public QWidget {
    Q_OBJECT

public:
    explicit SlotBar(const Commands& commands, QWidget* parent = nullptr);

    void show(const KeptScenarios& kept);

private:
    QToolButton* makeButton(Slot slot, const Commands& commands);

    std::array<QToolButton*, allSlots.size()> m_buttons{};
};

} // namespace ui
