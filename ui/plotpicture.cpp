#include "ui/plotpicture.h"

#include "ui/theme.h"

#include <QFileInfo>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QWidget>

namespace ui {

namespace {

constexpr double fineness = 2; // pixels of a picture to one of the display

QString endingOf(const QString& path) { return QFileInfo(path).suffix().toLower(); }

bool draw(QWidget& plot, QPaintDevice& device)
{
    QPainter painter;
    if (!painter.begin(&device))
        return false;
    painter.fillRect(plot.rect(), colours().window);
    plot.render(&painter, {}, {}, QWidget::DrawChildren);
    return painter.end();
}

} // namespace

QImage pictureOf(QWidget& plot)
{
    QImage image(plot.size() * fineness, QImage::Format_RGB32);
    image.setDevicePixelRatio(fineness);
    return draw(plot, image) ? image : QImage();
}

bool savePicture(QWidget& plot, const QString& path)
{
    const QString ending = endingOf(path);
    if (ending == QLatin1String("png"))
        return pictureOf(plot).save(path);
    if (ending == QLatin1String("pdf")) {
        QPdfWriter writer(path);
        writer.setResolution(72); // a unit of the plot is a point of the page
        writer.setPageSize(QPageSize(QSizeF(plot.size()), QPageSize::Point));
        writer.setPageMargins({});
        return draw(plot, writer);
    }
    if (ending != QLatin1String("svg"))
        return false;
    QSvgGenerator generator;
    generator.setFileName(path);
    generator.setSize(plot.size());
    generator.setViewBox(plot.rect());
    return draw(plot, generator);
}

bool isPictureName(const QString& path)
{
    const QString ending = endingOf(path);
    return ending == QLatin1String("png") || ending == QLatin1String("pdf") || ending == QLatin1String("svg");
}

} // namespace ui
