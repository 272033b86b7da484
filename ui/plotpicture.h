#pragma once

#include <QImage>

class QWidget;

namespace ui {

// A plot of the panels as a picture on the window's background.
[[nodiscard]] QImage pictureOf(QWidget& plot); // twice as fine as the display
// Ending .png, .pdf or .svg. False: it could not be written.
[[nodiscard]] bool savePicture(QWidget& plot, const QString& path);
// Whether a picture can be saved under a name with this ending.
[[nodiscard]] bool isPictureName(const QString& path);

} // namespace ui
