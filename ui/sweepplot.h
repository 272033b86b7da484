#pragma once

#include "core/analysis/sweep.h"
#include "ui/plotaxis.h"

#include <QWidget>
#include <optional>
#include <vector>

namespace ui {

// The mean share of the playout that is concealed or stalled against the value swept, in a band from the
// least to the greatest over the seeds; the setting, and the best value. A click or drag picks the value of
// the nearest point. With the focus it has a cursor that keys move from point to point, and Enter picks its
// value.
class SweepPlot : public QWidget {
    Q_OBJECT

public:
    explicit SweepPlot(QWidget* parent = nullptr);

    // Points that are not known yet, and those without playout, are left out.
    void show(
        const core::SweepPlan& plan, const std::vector<core::SweepPoint>& points, std::optional<size_t> best);
    void clear();
    void setSetting(std::optional<double> value); // of the scenario on view, if it is the one that was swept
    QSize sizeHint() const override { return {260, 90}; }

    // The point under the cursor, in words.
    [[nodiscard]] QString cursorText() const;

signals:
    void dragStarted();
    void placePicked(size_t place); // in SweepPlan::values
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
    [[nodiscard]] double xOf(double value) const;
    [[nodiscard]] double yOf(double share) const;
    [[nodiscard]] size_t nearest(double x) const; // in m_points, which are not empty
    [[nodiscard]] QString pointText(const core::SweepPoint& point) const;
    void fitShares();
    void moveCursor(size_t point);
    void pick(size_t point);
    void drawAxes(QPainter& painter) const;
    void drawCurve(QPainter& painter) const;
    void drawMarks(QPainter& painter) const;
    void drawCursor(QPainter& painter) const;

    const core::Parameter* m_parameter = nullptr;
    std::vector<core::SweepPoint> m_points; // those with playout, by value
    PlotAxis m_values; // in the unit shown
    double m_highest = 1; // share at the top
    std::optional<double> m_setting;
    std::optional<size_t> m_best; // a place
    size_t m_cursor = 0; // in m_points
    bool m_isDragging = false;
};

} // namespace ui
