#pragma once

#include <QByteArray>
#include <QImage>
#include <QList>
#include <cstdint>
#include <functional>
#include <optional>

class QPaintDevice;
class QWidget;

namespace ui {

enum class PictureKind : uint8_t { Png, Pdf, Svg };

// By the ending of a file's name; nothing: no picture can be saved under it.
[[nodiscard]] std::optional<PictureKind> pictureKindOf(const QString& path);

// A plot as lines and letters, to be made a picture of later. Plain value: copies share their content, and
// any thread can read them.
struct PlotRecording {
    QSize size; // pixels of the display
    QList<QByteArray> layers; // from the bottom up, see recordedLayer
};

[[nodiscard]] QByteArray recordedLayer(const std::function<void(QPaintDevice&)>& paint);
// A plot of the panels on the window's background. GUI thread.
[[nodiscard]] PlotRecording recordingOf(QWidget& plot);

// Any thread. What takes too long for the GUI thread: tens of milliseconds.
[[nodiscard]] QImage imageOf(const PlotRecording& plot); // twice as fine as the display; null: no memory
// Fast: larger, in a third of the time. Empty: no memory, or no image.
enum class PngEffort : uint8_t { Small, Fast };
[[nodiscard]] QByteArray pngOf(const QImage& image, PngEffort effort);
// What a file of this kind holds. Empty: there is not enough memory for it.
[[nodiscard]] QByteArray pictureFile(PictureKind kind, const PlotRecording& plot);

} // namespace ui
