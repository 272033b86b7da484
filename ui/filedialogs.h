#pragma once

#include "core/repair/export.h"

#include <QString>
#include <functional>

class QWidget;

// Questions for a file. The dialogs do not block: the answer comes later, or never. They begin in `folder`;
// an empty one is where the last dialog was.
namespace ui {

using FileAnswer = std::function<void(const QString& path)>;

void askCapture(QWidget* parent, const QString& folder, const FileAnswer& answer);
void askScenarioToOpen(QWidget* parent, const QString& folder, const FileAnswer& answer);
void askScenarioToSave(QWidget* parent, const QString& folder, const FileAnswer& answer);
// capturePath: folder and name of the capture, of which the suggestion is made.
void askExport(QWidget* parent, core::ExportKind kind, const QString& capturePath, const FileAnswer& answer);
void askPicture(QWidget* parent, const QString& capturePath, const FileAnswer& answer);

// Whether an export may be given up that is not finished, so that the window can be closed. The question may
// be deleted when it is answered by the export's end.
[[nodiscard]] QWidget* askToDiscardExport(QWidget* parent, const std::function<void()>& discard);

} // namespace ui
