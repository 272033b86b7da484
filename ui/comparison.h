#pragma once

#include <QObject>

namespace ui {

class Commands;
class ComparePage;
class ScenarioEditor;
class SlotBar;

// Joins the commands that keep and show scenarios with the editor, and the editor with what shows them.
class Comparison : public QObject {
public:
    Comparison(ScenarioEditor& editor, const Commands& commands, SlotBar& bar, ComparePage& page);
};

} // namespace ui
