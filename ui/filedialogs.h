#pragma once

#include "core/repair/export.h"

#include <QString>
#include <functional>

class QWidget;

// Questions for a file. The dialogs do not block: the answer comes later, or never.
namespace ui {

using FileAnswer = std::function<void(const QString& path)>;

void askCapture(QWidget* parent, const FileAnswer& answer);
void askScenarioToOpen(QWidget* parent, const FileAnswer& answer);
void askScenarioToSave(QWidget* parent, const FileAnswer& answer);
// captureName: file name of the capture, of which the suggestion is made.
void askExport(QWidget* parent, core::ExportKind kind, const QString& captureName, const FileAnswer& answer);

} // namespace ui
