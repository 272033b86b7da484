#pragma once

#include "core/base/time.h"
#include "ui/lanecolours.h"
#include "ui/timeaxis.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <functional>
#include <qcustomplot.h>
#include <utility>

namespace ui {

// Draws whatever it is given, on its layer of the plot.
class PaintLayerable : public QCPLayerable {
public:
    using Paint = std::function<void(QPainter&)>;
    PaintLayerable(QCustomPlot* plot, const char* layer, Paint paint)
        : QCPLayerable(plot, QLatin1String(layer))
        , m_paint(std::move(paint))
    {
    }

protected:
    void applyDefaultAntialiasingHint(QCPPainter* /*painter*/) const override { }
    void draw(QCPPainter* painter) override { m_paint(*painter); }

private:
    Paint m_paint;
};

// A lane as the plotting library knows it: one plottable on the axes of its row.
class LanePlottable : public QCPAbstractPlottable {
public:
    using Paint = std::function<void(QPainter&)>;
    LanePlottable(QCPAxis* keyAxis, QCPAxis* valueAxis, Paint paint)
        : QCPAbstractPlottable(keyAxis, valueAxis)
        , m_paint(std::move(paint))
    {
        setSelectable(QCP::stNone);
        setAntialiased(false); // which would move all of it by half a pixel
    }

    double selectTest(const QPointF& /*pos*/, bool /*onlySelectable*/, QVariant* /*details*/) const override
    {
        return -1;
    }
    QCPRange getKeyRange(bool& foundRange, QCP::SignDomain /*domain*/) const override
    {
        foundRange = false;
        return {};
    }
    QCPRange getValueRange(
        bool& foundRange, QCP::SignDomain /*domain*/, const QCPRange& /*keyRange*/) const override
    {
        foundRange = false;
        return {};
    }

protected:
    // The plot cuts off at one row of pixels above it.
    QRect clipRect() const override { return QCPAbstractPlottable::clipRect().translated(0, 1); }
    void draw(QCPPainter* painter) override { m_paint(*painter); }
    void drawLegendIcon(QCPPainter* /*painter*/, const QRectF& /*rect*/) const override { }

private:
    Paint m_paint;
};

// A plot that stays as it is while its size changes: whoever owns it draws it anew.
class LaneCanvas : public QCustomPlot {
public:
    using QCustomPlot::QCustomPlot;
    // From now on there is something to be seen: before that the plot would show itself as it was laid out
    // when it had no size yet.
    void setDrawn() { m_isDrawn = true; }

protected:
    void paintEvent(QPaintEvent* event) override
    {
        if (m_isDrawn)
            QCustomPlot::paintEvent(event);
        else
            QPainter(this).fillRect(rect(), LaneColours::current().background);
    }
    void resizeEvent(QResizeEvent* /*event*/) override { setViewport(rect()); }

private:
    bool m_isDrawn = false;
};

// Labels a time axis counted in microseconds.
class TimeTicker : public QCPAxisTicker {
public:
    void setWidth(int pixels) { m_wanted = std::max(1, pixels / 100); } // a label is up to 85 wide

protected:
    double getTickStep(const QCPRange& range) override
    {
        m_step = timeStepFrom(core::ReceiverSpan(static_cast<int64_t>(range.size() / m_wanted)));
        return static_cast<double>(m_step.ticks());
    }
    int getSubTickCount(double /*tickStep*/) override { return 0; }
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        return timeLabel(core::ReceiverTime(std::llround(tick)), m_step);
    }

private:
    int m_wanted = 5;
    core::ReceiverSpan m_step{1};
};

} // namespace ui
