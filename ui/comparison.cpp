#include "ui/comparison.h"

#include "ui/commands.h"
#include "ui/comparepage.h"
#include "ui/scenarioeditor.h"
#include "ui/slotbar.h"

#include <QAction>

namespace ui {

Comparison::Comparison(ScenarioEditor& editor, const Commands& commands, SlotBar& bar, ComparePage& page)
    : QObject(&bar)
{
    for (const Slot slot : allSlots) {
        connect(
            commands.viewAction(slot), &QAction::triggered, &editor, [&editor, slot] { editor.view(slot); });
        connect(commands.keepAction(slot), &QAction::triggered, &editor,
            [&editor, slot] { editor.keepAs(slot); });
    }
    connect(commands.action(Command::ViewOther), &QAction::triggered, &editor, &ScenarioEditor::viewOther);
    connect(commands.action(Command::KeepAsNext), &QAction::triggered, &editor, &ScenarioEditor::keepAsNext);
    connect(
        commands.action(Command::ForgetOthers), &QAction::triggered, &editor, &ScenarioEditor::forgetOthers);
    const auto show = [&commands, &bar, &page](const KeptScenarios& kept) {
        bar.show(kept);
        page.showKept(kept);
        commands.setKept(kept);
    };
    connect(&editor, &ScenarioEditor::keptChanged, this, show);
    show(editor.kept());
}

} // namespace ui
