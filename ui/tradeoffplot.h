#pragma once

#include "core/analysis/tradeoff.h"

#include <QWidget>
#include <memory>

namespace ui {

// Late loss against fixed playout delay, the setting, and the smallest delay that meets the chosen loss. A
// click or drag sets the playout delay. With the focus it has a cursor that keys move, and Enter sets the
// playout delay to it.
class TradeOffPlot : public QWidget {
    Q_OBJECT

public:
    explicit TradeOffPlot(QWidget* parent = nullptr);

    void show(std::shared_ptr<const core::TradeOff> tradeOff, double chosenLoss);
    void setPlayoutDelay(core::ReceiverSpan playoutDelay);
    QSize sizeHint() const override { return {230, 132}; }

    // Whole milliseconds, 0 … maximum().
    [[nodiscard]] double cursor() const { return m_cursorMs; }
    [[nodiscard]] double maximum() const { return m_maximumMs; }
    // The cursor's delay and its late loss, in words.
    [[nodiscard]] QString cursorText() const;
    // As if the mouse clicked there.
    void pickDelay(double milliseconds);

signals:
    void dragStarted();
    void delayPicked(double milliseconds);
    void dragEnded();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    [[nodiscard]] QRectF area() const;
    [[nodiscard]] bool isUsable() const { return m_tradeOff && m_tradeOff->arrived() > 0; }
    [[nodiscard]] double delayAt(double x) const;
    void moveCursor(double milliseconds);
    void fitRange();
    [[nodiscard]] double lostShare() const; // by the network; something was sent
    void drawCurves(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;
    void drawNames(QPainter& painter) const;
    void drawCursor(QPainter& painter) const;

    std::shared_ptr<const core::TradeOff> m_tradeOff;
    double m_chosenLoss = 0.01;
    core::ReceiverSpan m_playoutDelay;
    double m_top = 0.2; // share at the upper end of the axis
    double m_maximumMs = 200; // of the axis; it stays while the mouse drags
    double m_cursorMs = 0;
    bool m_isDragging = false;
};

} // namespace ui
