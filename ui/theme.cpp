#include "ui/theme.h"

#include "ui/stylesheet.h"

#include <QApplication>
#include <QFontDatabase>
#include <QHash>
#include <QPalette>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QtMath>
#include <algorithm>
#include <utility>

namespace ui {

namespace {

// A click on the groove of a slider sets it there, instead of moving it by a page.
class Style : public QProxyStyle {
public:
    Style()
        : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    {
    }
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
        QStyleHintReturn* returned) const override
    {
        if (hint == SH_Slider_AbsoluteSetButtons)
            return Qt::LeftButton;
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
};

QColor rgb(QRgb value) { return QColor::fromRgb(value); }

void setDataColours(Colours& colours)
{
    colours.played = rgb(0x56B4E9);
    colours.late = rgb(0xE69F00);
    colours.lost = rgb(0xE05A4E);
    colours.reordered = rgb(0xCC79A7);
    colours.fec = rgb(0x009E73);
    colours.concealed = rgb(0xD55E00);
    colours.silence = rgb(0x868E9A);
    colours.deadline = rgb(0xF0E442);
}

Colours darkColours()
{
    Colours dark;
    dark.window = rgb(0x1C2027);
    dark.raised = rgb(0x232831);
    dark.plot = rgb(0x15181D);
    dark.border = rgb(0x2E3540);
    dark.groove = rgb(0x2E3540);
    dark.grid = rgb(0x262C35);
    dark.text = rgb(0xD8DCE3);
    dark.faintText = rgb(0x8B94A3);
    dark.accent = rgb(0x56B4E9);
    dark.accentText = rgb(0x0E141A);
    dark.selection = rgb(0x2B4A60);
    dark.handle = rgb(0xDFE3EA);
    dark.duplicate = rgb(0xC4CAD4);
    setDataColours(dark);
    return dark;
}

Colours lightColours()
{
    Colours light;
    light.isDark = false;
    light.window = rgb(0xF4F6F9);
    light.raised = rgb(0xFFFFFF);
    light.plot = rgb(0xFFFFFF);
    light.border = rgb(0xCBD2DC);
    light.groove = rgb(0xD3D9E2);
    light.grid = rgb(0xE6EAF0);
    light.text = rgb(0x1B2129);
    light.faintText = rgb(0x566070);
    light.accent = rgb(0x0072B2);
    light.accentText = rgb(0xFFFFFF);
    light.selection = rgb(0xCBE4F5);
    light.handle = rgb(0x3A4451);
    light.duplicate = rgb(0x4A5361);
    setDataColours(light);
    light.played = rgb(0x1F86C4);
    light.deadline = rgb(0xB89B00);
    return light;
}

// The palette that the desktop gave, kept before the first theme covers it.
const QPalette& desktopPalette()
{
    static const QPalette palette = QApplication::palette();
    return palette;
}

bool isDesktopDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    const QPalette& palette = desktopPalette();
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
#endif
}

Colours& currentColours()
{
    static Colours current = darkColours();
    return current;
}

QPalette paletteOf(const Colours& colours)
{
    QPalette palette(colours.text, colours.window);
    palette.setColor(QPalette::Base, colours.raised);
    palette.setColor(QPalette::AlternateBase, colours.window);
    palette.setColor(QPalette::Text, colours.text);
    palette.setColor(QPalette::WindowText, colours.text);
    palette.setColor(QPalette::ButtonText, colours.text);
    palette.setColor(QPalette::Button, colours.window);
    palette.setColor(QPalette::ToolTipBase, colours.raised);
    palette.setColor(QPalette::ToolTipText, colours.text);
    palette.setColor(QPalette::PlaceholderText, colours.faintText);
    palette.setColor(QPalette::Highlight, colours.selection);
    palette.setColor(QPalette::HighlightedText, colours.text);
    palette.setColor(QPalette::Link, colours.accent);
    palette.setColor(QPalette::Mid, colours.border);
    palette.setColor(QPalette::Dark, colours.border);
    for (const auto role : {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, colours.faintText);
    return palette;
}

QFont interfaceFont()
{
    QFont font = QApplication::font();
    if (QFontDatabase::hasFamily(QStringLiteral("Inter")))
        font.setFamily(QStringLiteral("Inter"));
    font.setPointSizeF(9);
    return font;
}

double luminance(const QColor& colour)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : qPow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor& from, const QColor& to, double share)
{
    const auto part = [share](float a, float b) { return static_cast<float>(a + (b - a) * share); };
    return QColor::fromRgbF(
        part(from.redF(), to.redF()), part(from.greenF(), to.greenF()), part(from.blueF(), to.blueF()));
}

QColor madeReadable(const QColor& colour, const QColor& background)
{
    const QColor target = luminance(background) < 0.18 ? Qt::white : Qt::black;
    for (int step = 0; step < 20; ++step) {
        const QColor candidate = mixed(colour, target, step / 20.0);
        if (contrast(candidate, background) >= 4.5)
            return candidate;
    }
    return target;
}

} // namespace

const Colours& colours() { return currentColours(); }

Colours coloursOf(ThemeChoice choice)
{
    const bool isDark = choice == ThemeChoice::System ? isDesktopDark() : choice == ThemeChoice::Dark;
    return isDark ? darkColours() : lightColours();
}

void prepareTheme(ThemeChoice choice)
{
    (void)desktopPalette();
    currentColours() = coloursOf(choice);
    if (dynamic_cast<Style*>(QApplication::style()) == nullptr && qApp->styleSheet().isEmpty())
        QApplication::setStyle(new Style);
    if (qApp->styleSheet() == styleSheetOf(colours()))
        return; // font and palette are set too
    QApplication::setFont(interfaceFont());
    QApplication::setPalette(paletteOf(colours()));
}

void applyTheme(ThemeChoice choice)
{
    prepareTheme(choice);
    const QString sheet = styleSheetOf(colours());
    if (qApp->styleSheet() != sheet)
        qApp->setStyleSheet(sheet); // every widget is polished anew
}

QColor readable(const QColor& colour, const QColor& background)
{
    // Asked for every cell and every step of a slider; there are few colours.
    constexpr qsizetype most = 1000;
    static QHash<std::pair<QRgb, QRgb>, QColor> known;
    if (known.size() > most)
        known.clear();
    QColor& answer = known[{colour.rgba(), background.rgba()}];
    if (!answer.isValid())
        answer = madeReadable(colour, background);
    return answer;
}

double contrast(const QColor& a, const QColor& b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

} // namespace ui
