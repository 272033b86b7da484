#pragma once

#include "core/analysis/tradeoff.h"

#include <QWidget>
#include <memory>

namespace ui {

// Histogram of the network delays and how many are at most that long, with the deadline that a fixed playout
// delay sets.
class DelayPlot : public QWidget {
    Q_OBJECT

public:
    explicit DelayPlot(QWidget* parent = nullptr);

    void show(std::shared_ptr<const core::TradeOff> tradeOff);
    // isKept: the strategy keeps the delay, so that what is beyond the deadline is late.
    void setPlayoutDelay(core::ReceiverSpan playoutDelay, bool isKept);
    QSize sizeHint() const override { return {230, 112}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] core::ReceiverSpan deadline() const;
    void drawBars(QPainter& painter, const QRectF& area, double maximumMs) const;
    [[nodiscard]] uint64_t lateBetween(core::ReceiverSpan begin, core::ReceiverSpan end) const;
    void drawCumulative(QPainter& painter, const QRectF& area, double maximumMs) const;
    void drawDeadline(QPainter& painter, const QRectF& area, double maximumMs) const;

    std::shared_ptr<const core::TradeOff> m_tradeOff;
    core::ReceiverSpan m_playoutDelay;
    bool m_isKept = true;
};

} // namespace ui
