#include "ui/lane.h"
#include "ui/pixelcolumns.h"
#include "ui/shapestamps.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QPicture>
#include <QSvgGenerator>
#include <QTest>
#include <algorithm>
#include <functional>
#include <random>
#include <vector>

using namespace ui;

namespace {

constexpr int width = 120;
constexpr int height = 60;

struct FilledColumn {
    QRectF place;
    QColor colour;
};

// Wide and thin ones, over each other and over the edge of the area.
std::vector<FilledColumn> manyColumns()
{
    std::mt19937 random(1);
    const auto from = [&random](double low, double high) {
        return low + (high - low) * static_cast<double>(random()) / 4294967296.0;
    };
    std::vector<FilledColumn> columns;
    for (int i = 0; i < 400; ++i)
        columns.push_back({QRectF(from(-5, width), from(-5, height), from(0, 4), from(0, 30)),
            QColor::fromRgb(static_cast<QRgb>(random()) | 0xff000000U)});
    return columns;
}

QImage painted(double scale, QPointF shift, const std::function<void(QPainter&)>& paint)
{
    QImage image(
        QSize(width, height) * static_cast<int>(std::ceil(scale)), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.translate(shift);
    paint(painter);
    return image;
}

int largestDifference(const QImage& a, const QImage& b)
{
    int largest = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y);
            const QRgb q = b.pixel(x, y);
            largest = std::max({largest, std::abs(qRed(p) - qRed(q)), std::abs(qGreen(p) - qGreen(q)),
                std::abs(qBlue(p) - qBlue(q)), std::abs(qAlpha(p) - qAlpha(q))});
        }
    }
    return largest;
}

} // namespace

class TestPixelColumns : public QObject {
    Q_OBJECT

private slots:
    void columnsAreTheRectanglesOfThePainter_data();
    void columnsAreTheRectanglesOfThePainter();
    void aVectorFileGetsTheSameColumns();
    void columnsOfOneColourAreOnePath();
    void aStampIsTheMark_data();
    void aStampIsTheMark();
    void marksOfAVectorFileAreOutlines();
};

void TestPixelColumns::columnsAreTheRectanglesOfThePainter_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<QPointF>("shift");
    QTest::newRow("as it is") << 1.0 << QPointF();
    QTest::newRow("shifted") << 1.0 << QPointF(-7, 11);
    QTest::newRow("a scale of two") << 2.0 << QPointF(3, -2);
    QTest::newRow("a scale of one and a half") << 1.5 << QPointF(4, 6);
}

void TestPixelColumns::columnsAreTheRectanglesOfThePainter()
{
    QFETCH(double, scale);
    QFETCH(QPointF, shift);
    const auto columns = manyColumns();
    const QRectF area(10, 5, 90, 44);
    const QImage one = painted(scale, shift, [&](QPainter& painter) {
        PixelColumns pixels(painter, area);
        for (const auto& [place, colour] : columns)
            pixels.fill(place, colour);
        pixels.paint();
    });
    const QImage other = painted(scale, shift, [&](QPainter& painter) {
        painter.setClipRect(area);
        for (const auto& [place, colour] : columns)
            painter.fillRect(place, colour);
    });
    QVERIFY(one != painted(scale, shift, [](QPainter&) {}));
    QCOMPARE(one, other);
}

// Along the grid of pixels, where paths and rectangles fill the same ones.
void TestPixelColumns::aVectorFileGetsTheSameColumns()
{
    const QRectF area(10, 5, 90, 44);
    std::vector<FilledColumn> columns = manyColumns();
    for (size_t i = 0; i < columns.size(); ++i)
        columns[i] = {QRectF(columns[i].place.toRect()),
            i % 3 > 0 ? QColor(Qt::red) : columns[i % 10].colour}; // often the same one, not always
    QPicture picture;
    {
        QPainter painter(&picture);
        PixelColumns pixels(painter, area);
        for (const auto& [place, colour] : columns)
            pixels.fill(place, colour);
        pixels.paint();
    }
    const QImage one = painted(1, {}, [&](QPainter& painter) { painter.drawPicture(0, 0, picture); });
    const QImage other = painted(1, {}, [&](QPainter& painter) {
        painter.setClipRect(area);
        for (const auto& [place, colour] : columns)
            painter.fillRect(place, colour);
    });
    QVERIFY(one != painted(1, {}, [](QPainter&) {}));
    QCOMPARE(one, other);
}

// Columns of three colours, each over the one before, as the lanes make them.
void TestPixelColumns::columnsOfOneColourAreOnePath()
{
    const auto svgOf = [](int columns) {
        QBuffer file;
        QSvgGenerator generator;
        generator.setOutputDevice(&file);
        QPainter painter(&generator);
        PixelColumns pixels(painter, QRectF(0, 0, width, height));
        for (int x = 0; x < columns; ++x) {
            pixels.fill(QRectF(x / 3.0, 0, 1 / 3.0, height), Qt::blue);
            pixels.fill(QRectF(x / 3.0, 10, 1 / 3.0, 20), Qt::red);
            pixels.fill(QRectF(x / 3.0, 20, 1 / 3.0, 30), Qt::green);
        }
        pixels.paint();
        painter.end();
        return file.data();
    };
    QCOMPARE(svgOf(100).count("<path"), 3);
    QCOMPARE(svgOf(1).count("<path"), 3);
}

void TestPixelColumns::aStampIsTheMark_data()
{
    QTest::addColumn<LegendShape>("shape");
    QTest::addColumn<QPointF>("centre");
    for (int shape = 0; shape <= static_cast<int>(LegendShape::Line); ++shape) {
        for (const QPointF centre : {QPointF(30, 30), QPointF(30.25, 29.5), QPointF(8, 12.75)})
            QTest::addRow("shape %d at %.2f, %.2f", shape, centre.x(), centre.y())
                << static_cast<LegendShape>(shape) << centre;
    }
    QTest::newRow("half outside") << LegendShape::Diamond << QPointF(-0.75, 20);
}

void TestPixelColumns::aStampIsTheMark()
{
    QFETCH(LegendShape, shape);
    QFETCH(QPointF, centre);
    const QColor colour(20, 120, 240);
    for (const double size : {3.0, 5.0, 7.5}) {
        const auto drawnBy = [&](const std::function<void(QPainter&)>& draw) {
            return painted(1, {}, [&](QPainter& painter) {
                painter.setRenderHint(QPainter::Antialiasing);
                draw(painter);
            });
        };
        const QImage stamp =
            drawnBy([&](QPainter& painter) { drawShape(painter, shape, centre, size, colour); });
        const QImage outline =
            drawnBy([&](QPainter& painter) { drawOutline(painter, shape, centre, size, colour); });
        QVERIFY(largestDifference(outline, painted(1, {}, [](QPainter&) {})) > 100);
        QVERIFY2(largestDifference(stamp, outline) <= 2, qPrintable(QString::number(size)));
    }
}

void TestPixelColumns::marksOfAVectorFileAreOutlines()
{
    QPicture one;
    {
        QPainter painter(&one);
        painter.setRenderHint(QPainter::Antialiasing);
        drawShape(painter, LegendShape::Diamond, {20, 20}, 5, Qt::red);
    }
    QPicture other;
    {
        QPainter painter(&other);
        painter.setRenderHint(QPainter::Antialiasing);
        drawOutline(painter, LegendShape::Diamond, {20, 20}, 5, Qt::red);
    }
    QCOMPARE(QByteArray(one.data(), int(one.size())), QByteArray(other.data(), int(other.size())));
}

QTEST_MAIN(TestPixelColumns)
#include "tst_pixelcolumns.moc"
