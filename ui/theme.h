#pragma once

#include <QColor>
#include <QObject>

class QApplication;

namespace ui {

enum class ThemeChoice : uint8_t { System, Light, Dark };

// The colours of the window. Those of data are the same in both themes (Okabe and Ito's colour-blind-safe
// palette), so that a meaning keeps its colour; text in them goes through readable().
struct Colours {
    bool isDark = true;
    QColor window; // panels, menu bar, buttons on the tool bar
    QColor raised; // tool bar, status bar, fields
    QColor plot; // background of lanes and plots
    QColor border;
    QColor groove;
    QColor grid;
    QColor text;
    QColor faintText;
    QColor accent;
    QColor accentText; // text on accent
    QColor selection; // selected row, brush
    QColor handle; // slider knobs, playhead

    QColor played; // blue
    QColor late; // orange
    QColor lost; // red
    QColor reordered; // purple
    QColor duplicate;
    QColor fec; // green
    QColor concealed; // vermillion
    QColor silence; // grey
    QColor deadline; // yellow
};

// The colours in use now. Widgets repaint by QEvent::PaletteChange when they change. GUI thread only.
[[nodiscard]] const Colours& colours();
[[nodiscard]] Colours coloursOf(ThemeChoice choice); // System: as the desktop is now

// Sets style, font, palette and style sheet of the application.
void applyTheme(ThemeChoice choice);
// The same but for the style sheet, before many widgets are made.
void prepareTheme(ThemeChoice choice);

// The colour itself or the nearest lighter or darker one with a contrast of at least 4.5 : 1 on the
// background. GUI thread.
[[nodiscard]] QColor readable(const QColor& colour, const QColor& background);
// WCAG 2.1 contrast ratio, 1 … 21.
[[nodiscard]] double contrast(const QColor& a, const QColor& b);

} // namespace ui
