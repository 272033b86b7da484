#include "ui/lanecolours.h"

#include "ui/theme.h"

namespace ui {

namespace {

QColor mixed(const QColor& a, const QColor& b, float shareOfB)
{
    const float shareOfA = 1 - shareOfB;
    return QColor::fromRgbF(a.redF() * shareOfA + b.redF() * shareOfB,
        a.greenF() * shareOfA + b.greenF() * shareOfB, a.blueF() * shareOfA + b.blueF() * shareOfB);
}

// Graphical objects need a contrast of 3 : 1 (WCAG 2.1, 1.4.11); yellow on white does not have it.
QColor visible(const QColor& colour, const Colours& theme)
{
    return theme.isDark ? colour : readable(colour, theme.plot);
}

} // namespace

QColor LaneColours::faint(const QColor& colour, double opacity) const
{
    return mixed(background, colour, static_cast<float>(opacity));
}

QColor LaneColours::faintInOverview(const QColor& colour, double opacity) const
{
    return mixed(header, colour, static_cast<float>(opacity));
}

LaneColours LaneColours::current()
{
    const Colours& theme = colours();
    LaneColours c;
    c.background = theme.plot;
    c.header = theme.raised;
    c.axis = theme.window;
    c.separator = theme.border;
    c.grid = theme.grid;
    c.text = theme.text;
    c.dimText = theme.faintText;
    c.played = visible(theme.played, theme);
    c.late = visible(theme.late, theme);
    c.lost = visible(theme.lost, theme);
    c.reordered = visible(theme.reordered, theme);
    c.duplicate = visible(theme.duplicate, theme);
    c.discarded = visible(theme.concealed, theme);
    c.deadline = visible(theme.deadline, theme);
    c.wave = QColor(0x63, 0x8f, 0xac); // blue held back, so that gaps stand out
    c.fec = theme.fec;
    c.concealed = theme.concealed;
    c.silence = theme.silence;
    c.stall = mixed(theme.silence, theme.plot, 0.45F);
    c.overview = mixed(theme.played, theme.raised, 0.62F);
    c.playhead = theme.isDark ? QColor(Qt::white) : theme.text;
    c.selection = theme.accent;
    c.quality = visible(QColor(0x99, 0xd0, 0x85), theme);
    c.buffer = c.played;
    return c;
}

} // namespace ui
