#pragma once

#include "core/analysis/tradeoff.h"

#include <QWidget>
#include <memory>

namespace ui {

// Late loss against fixed playout delay, the setting, and the smallest delay that meets the chosen loss. A
// click or drag sets the playout delay.
class TradeOffPlot : public QWidget {
    Q_OBJECT

public:
    explicit TradeOffPlot(QWidget* parent = nullptr);

    void show(std::shared_ptr<const core::TradeOff> tradeOff, double chosenLoss);
    void setPlayoutDelay(core::ReceiverSpan playoutDelay);
    QSize sizeHint() const override { return {230, 132}; }

signals:
    void dragStarted();
    void delayPicked(double milliseconds);
    void dragEnded();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    void pick(double x);
    void fitRange();
    void drawCurves(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;
    void drawNames(QPainter& painter) const;

    std::shared_ptr<const core::TradeOff> m_tradeOff;
    double m_chosenLoss = 0.01;
    core::ReceiverSpan m_playoutDelay;
    double m_maximumMs = 200; // of the axis; it stays while the mouse drags
    bool m_isDragging = false;
};

} // namespace ui
