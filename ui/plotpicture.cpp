#include "ui/plotpicture.h"

#include "ui/theme.h"

#include <QBuffer>
#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QWidget>

namespace ui {

namespace {

constexpr double fineness = 2; // pixels of a picture to one of the display
constexpr int displayDpi = 96; // letters are as large beside the lines as on the display

void draw(QWidget& plot, QPainter& painter)
{
    painter.fillRect(plot.rect(), colours().window);
    plot.render(&painter, {}, {}, QWidget::DrawChildren);
}

void writePdf(QIODevice& file, const PictureSource& source)
{
    QPdfWriter writer(&file);
    writer.setResolution(displayDpi);
    writer.setPageSize(QPageSize(QSizeF(source.size), QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    source.drawLines(writer);
}

void writeSvg(QIODevice& file, const PictureSource& source)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&file);
    generator.setSize(source.size);
    generator.setViewBox(QRect({}, source.size));
    source.drawLines(generator);
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

QByteArray pictureFile(PictureKind kind, const PictureSource& source)
{
    QBuffer file;
    file.open(QIODevice::WriteOnly);
    switch (kind) {
    case PictureKind::Png:
        source.pixels().save(&file, "PNG");
        break;
    case PictureKind::Pdf:
        writePdf(file, source);
        break;
    case PictureKind::Svg:
        writeSvg(file, source);
        break;
    }
    return file.data();
}

QImage pictureOf(QWidget& plot)
{
    QImage image(plot.size() * fineness, QImage::Format_RGB32);
    image.setDevicePixelRatio(fineness);
    if (QPainter painter; painter.begin(&image)) // not if there is no memory for it
        draw(plot, painter);
    return image;
}

QByteArray pictureFile(PictureKind kind, QWidget& plot)
{
    const auto drawLines = [&plot](QPaintDevice& device) {
        QPainter painter(&device);
        painter.setWindow(plot.rect());
        draw(plot, painter);
    };
    return pictureFile(kind, {plot.size(), [&plot] { return pictureOf(plot); }, drawLines});
}

} // namespace ui
