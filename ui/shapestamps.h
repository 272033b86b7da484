#pragma once

#include "ui/lane.h"

#include <QImage>
#include <unordered_map>

namespace ui {

// Pictures of the marks of packets: to trace the outlines of a thousand anew takes longer than all else that
// a lane does. GUI thread only.
class ShapeStamps {
public:
    // Draws the mark, its place to a quarter of a pixel and its size to an eighth. False: this painter does
    // not make smooth pixels one by one, and nothing was drawn.
    [[nodiscard]] bool draw(
        QPainter& painter, LegendShape shape, QPointF centre, double size, const QColor& colour);

private:
    struct Key {
        QRgb colour = 0;
        LegendShape shape = LegendShape::Disc;
        uint8_t phaseX = 0, phaseY = 0; // of the centre, in quarters of a pixel
        uint8_t eighths = 0; // size, in these of a pixel

        [[nodiscard]] uint64_t packed() const;
    };
    [[nodiscard]] const QImage& stampOf(const Key& key);

    // By the packed key. Images, which unlike pixmaps may outlive the application.
    std::unordered_map<uint64_t, QImage> m_stamps;
};

// Without stamps.
void drawOutline(QPainter& painter, LegendShape shape, QPointF centre, double size, const QColor& colour);

} // namespace ui
