#pragma once

#include <QString>

class QWidget;

namespace test {

// Parts that the toolkit makes by itself speak through what they are part of.
[[nodiscard]] bool isOwnPart(const QWidget& widget);
// The widget and what it lies in, by class and name, to be found in the sources.
[[nodiscard]] QString pathOf(const QWidget* widget);
// The words in the window that have less room than they need, one a line.
[[nodiscard]] QString clippedTexts(const QWidget& window);

} // namespace test
