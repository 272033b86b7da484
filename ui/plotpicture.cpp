#include "ui/plotpicture.h"

#include "ui/theme.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QPicture>
#include <QSvgGenerator>
#include <QWidget>

namespace ui {

namespace {

constexpr int fineness = 2; // pixels of a picture to one of the display
constexpr int displayDpi = 96; // letters are as large beside the lines as on the display

void replay(const PlotRecording& plot, QPainter& painter)
{
    painter.setWindow(QRect({}, plot.size));
    for (const QByteArray& layer : plot.layers) {
        QPicture picture;
        picture.setData(layer.constData(), static_cast<uint>(layer.size()));
        painter.drawPicture(0, 0, picture);
    }
}

void replayOn(QPaintDevice& device, const PlotRecording& plot)
{
    if (QPainter painter; painter.begin(&device)) // not if there is no memory for it
        replay(plot, painter);
}

void writePdf(QIODevice& file, const PlotRecording& plot)
{
    QPdfWriter writer(&file);
    writer.setResolution(displayDpi);
    writer.setPageSize(QPageSize(QSizeF(plot.size), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    replayOn(writer, plot);
}

void writeSvg(QIODevice& file, const PlotRecording& plot)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setResolution(displayDpi);
    generator.setSize(plot.size);
    generator.setViewBox(QRect({}, plot.size));
    replayOn(generator, plot);
}

} // namespace

std::optional<PictureKind> pictureKindOf(const QString& path)
{
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending == QLatin1String("png"))
        return PictureKind::Png;
    if (ending == QLatin1String("pdf"))
        return PictureKind::Pdf;
    if (ending == QLatin1String("svg"))
        return PictureKind::Svg;
    return std::nullopt;
}

QByteArray recordedLayer(const std::function<void(QPaintDevice&)>& paint)
{
    QPicture picture;
    paint(picture);
    return {picture.data(), static_cast<qsizetype>(picture.size())};
}

PlotRecording recordingOf(QWidget& plot)
{
    const auto paint = [&plot](QPaintDevice& layer) {
        QPainter painter(&layer);
        painter.fillRect(plot.rect(), colours().window);
        plot.render(&painter, {}, {}, QWidget::DrawChildren);
    };
    return {plot.size(), {recordedLayer(paint)}};
}

QImage imageOf(const PlotRecording& plot)
{
    QImage image(plot.size * fineness, QImage::Format_RGB32);
    replayOn(image, plot);
    image.setDevicePixelRatio(fineness);
    return image;
}

QByteArray pngOf(const QImage& image, PngEffort effort)
{
    constexpr int fast = 90; // of 100: the first of nine levels of compression
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    image.save(&file, "PNG", effort == PngEffort::Fast ? fast : -1);
    return file.data();
}

QByteArray pictureFile(PictureKind kind, const PlotRecording& plot)
{
    if (kind == PictureKind::Png)
        return pngOf(imageOf(plot), PngEffort::Small);
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    if (kind == PictureKind::Pdf)
        writePdf(file, plot);
    else
        writeSvg(file, plot);
    return file.data();
}

} // namespace ui
