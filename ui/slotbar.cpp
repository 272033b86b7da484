#include "ui/slotbar.h"

#include "ui/commands.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QStyle>
#include <QToolButton>

namespace ui {

SlotBar::SlotBar(const Commands& commands, QWidget* parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Scenario"));
    auto* heading = new QLabel(tr("Scenario"));
    heading->setObjectName(QStringLiteral("heading"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 12, 0);
    row->setSpacing(0);
    row->addWidget(heading);
    row->addSpacing(8);
    for (const Slot slot : allSlots) {
        QToolButton* button = makeButton(slot, commands);
        m_buttons.at(static_cast<size_t>(slot)) = button;
        row->addWidget(button);
    }
    row->addStretch(1);
    auto* more = new QToolButton;
    more->setObjectName(QStringLiteral("link"));
    more->setText(tr("Keep ▾"));
    more->setAccessibleName(tr("Keep this scenario"));
    more->setToolTip(tr("Keeps what is on view beside what comes next, to be compared."));
    more->setPopupMode(QToolButton::InstantPopup);
    more->setMenu(commands.keepMenu());
    row->addWidget(more);
    show({});
}

QToolButton* SlotBar::makeButton(Slot slot, const Commands& commands)
{
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("slot%1").arg(slotName(slot)));
    button->setProperty("segment",
        slot == Slot::A       ? QStringLiteral("left")
            : slot == Slot::D ? QStringLiteral("right")
                              : QStringLiteral("middle"));
    button->setCheckable(true);
    button->setText(slotName(slot));
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(tr("Scenario %1").arg(slotName(slot)));
    QAction* action = commands.viewAction(slot);
    connect(button, &QToolButton::clicked, action, [this, button, action] {
        button->setChecked(!button->isChecked()); // until the window tells that it is so
        action->trigger();
    });
    return button;
}

void SlotBar::show(const KeptScenarios& kept)
{
    for (const Slot slot : allSlots) {
        QToolButton* button = m_buttons.at(static_cast<size_t>(slot));
        const bool isFilled = kept.at(slot).has_value();
        button->setChecked(slot == kept.onView);
        QString text;
        if (!isFilled)
            text = tr("Empty. A click begins it as a copy of %1.").arg(slotName(kept.onView));
        else if (slot == kept.onView)
            text = tr("On view: every change is a change of this one.");
        else
            text = differenceTexts(kept.shown(), *kept.at(slot)).join(QStringLiteral("<br>"));
        button->setToolTip(QStringLiteral("<p><b>") % button->accessibleName() % QStringLiteral("</b><br>")
            % text % QStringLiteral("</p>"));
        if (button->property("isEmpty").toBool() == isFilled || !button->property("isEmpty").isValid()) {
            button->setProperty("isEmpty", !isFilled);
            button->style()->unpolish(button);
            button->style()->polish(button);
        }
    }
}

} // namespace ui
