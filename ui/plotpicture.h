#pragma once

#include <QByteArray>
#include <QImage>
#include <cstdint>
#include <functional>
#include <optional>

class QPaintDevice;
class QWidget;

namespace ui {

enum class PictureKind : uint8_t { Png, Pdf, Svg };

// By the ending of a file's name; nothing: no picture can be saved under it.
[[nodiscard]] std::optional<PictureKind> pictureKindOf(const QString& path);

// A plot, painted either as pixels or by lines. drawLines maps its size to that of the device.
struct PictureSource {
    QSize size;
    std::function<QImage()> pixels;
    std::function<void(QPaintDevice& device)> drawLines;
};

// What a file of this kind holds. Empty: there is not enough memory for it.
[[nodiscard]] QByteArray pictureFile(PictureKind kind, const PictureSource& source);

// A plot of the panels as a picture on the window's background.
[[nodiscard]] QImage pictureOf(QWidget& plot); // twice as fine as the display
[[nodiscard]] QByteArray pictureFile(PictureKind kind, QWidget& plot);

} // namespace ui
