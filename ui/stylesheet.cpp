#include "ui/stylesheet.h"

#include <array>
#include <utility>

namespace ui {

namespace {

// Names between @ stand for the colours of the theme.
constexpr const char* sheet = R"(
QToolTip { color: @text; background: @raised; border: 1px solid @border; padding: 4px; }
QMenuBar { background: @window; padding: 1px 4px; }
QMenuBar::item { padding: 5px 10px; background: transparent; border-radius: 4px; }
QMenuBar::item:selected { background: @raised; }
QMenu { background: @raised; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 5px 24px 5px 22px; border-radius: 3px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @faint; }
QMenu::separator { height: 1px; background: @border; margin: 4px 6px; }
QScrollArea, #column, #columnContent { background: @window; border: none; }
#transport { background: @raised; border-bottom: 1px solid @border; }
#status { background: @raised; border-top: 1px solid @border; }
#status QLabel { color: @faint; }
#message { background: @raised; border-bottom: 1px solid @late; }
#separator { background: @border; }
#faint { color: @faint; }
#heading { font-weight: 600; }
#position { color: @text; font-weight: 700; }

QSplitter::handle { background: @border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }

QPushButton, QToolButton {
    background: @window; border: 1px solid @border; border-radius: 5px; padding: 4px 11px; min-height: 18px; }
QPushButton:hover, QToolButton:hover { border-color: @faint; }
QPushButton:focus, QToolButton:focus { border-color: @accent; }
QPushButton:disabled, QToolButton:disabled { color: @faint; }
QPushButton:pressed, QToolButton:pressed, QToolButton:checked, #play {
    background: @accent; color: @accentText; border-color: @accent; }
#play:disabled { background: @groove; border-color: @groove; }
#dice { padding: 1px 6px; }
#start { padding: 0 9px; min-height: 20px; }
QFileDialog QToolButton { padding: 1px 3px; }
#play:focus, QToolButton:checked:focus { border-color: @handle; }
QToolButton::menu-indicator { image: none; width: 0; }
#link { background: transparent; border: 1px solid transparent; color: @link; padding: 0 -3px; min-height: 0; }
#link:hover { color: @text; }
#link:focus { border-color: @accent; }
#link:disabled { color: @faint; }
QToolButton#segmentLeft { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QToolButton#segmentRight { border-top-left-radius: 0; border-bottom-left-radius: 0; border-left: none; }
QToolButton:checked#segmentRight, QToolButton:checked#segmentLeft { font-weight: 600; }

QToolButton[segment] { padding: 1px 3px; min-width: 9px; border-radius: 0; }
QToolButton[segment="left"] { border-top-left-radius: 5px; border-bottom-left-radius: 5px; }
QToolButton[segment="right"] { border-top-right-radius: 5px; border-bottom-right-radius: 5px; border-left: none; }
QToolButton[segment="middle"] { border-left: none; }
QToolButton[segment][isEmpty="true"] { color: @faint; }
QToolButton[segment]:checked { font-weight: 600; }

QLineEdit, QComboBox {
    background: @raised; border: 1px solid @border; border-radius: 4px; padding: 1px 6px; min-height: 20px;
    selection-background-color: @accent; selection-color: @accentText; }
QLineEdit:focus, QComboBox:focus { border-color: @accent; }
QLineEdit:disabled, QComboBox:disabled { color: @faint; background: @window; }
QLineEdit[invalid="true"] { border-color: @lost; }
ui--ChoiceBox::drop-down { border: none; width: 18px; }
ui--ChoiceBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: @raised; border: 1px solid @border; selection-background-color: @selection;
    selection-color: @text; outline: none; }

QSlider { min-height: 18px; background: transparent; }
QSlider::groove:horizontal { height: 4px; background: @groove; border-radius: 2px; }
QSlider::sub-page:horizontal { background: @accent; border-radius: 2px; }
QSlider::sub-page:horizontal:disabled { background: @faint; }
QSlider::handle:horizontal { width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; background: @handle; }
QSlider::handle:horizontal:focus { background: @accent; border: 2px solid @handle; width: 8px; height: 8px; }
QSlider::handle:horizontal:disabled { background: @faint; }
QCheckBox { spacing: 6px; }
QCheckBox::indicator { width: 13px; height: 13px; border: 1px solid @faint; border-radius: 3px; background: @raised; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; }
QCheckBox:focus { color: @link; }

QScrollBar:vertical { background: transparent; width: 9px; margin: 0; }
QScrollBar::handle:vertical { background: @groove; border-radius: 4px; min-height: 24px; }
QScrollBar::handle:vertical:hover { background: @faint; }
QScrollBar:horizontal { background: transparent; height: 9px; margin: 0; }
QScrollBar::handle:horizontal { background: @groove; border-radius: 4px; min-width: 24px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { background: @window; }
QTabBar::tab { color: @faint; background: transparent; border: none; border-bottom: 2px solid transparent;
    padding: 5px 4px 4px 4px; margin: 0 12px; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected:focus { color: @link; }
QTableView { background: @window; border: 1px solid transparent; selection-background-color: @selection; selection-color: @text;
    outline: none; }
QTableView:focus { border-color: @accent; }
QTableView::item { padding: 0 8px; border: none; }
QHeaderView { background: @window; }
QHeaderView::section { color: @faint; background: @window; border: none; padding: 3px 11px; }
QListWidget { background: @raised; border: 1px solid @border; border-radius: 4px; outline: none; }
QListWidget::item { padding: 3px 6px; }
QListWidget::item:selected { background: @selection; color: @text; }
QProgressBar { background: @groove; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
#empty { background: @plot; }
#warning { color: @warning; font-weight: 600; }
#emptyTitle { font-size: 17px; font-weight: 600; }
)";

} // namespace

QString styleSheetOf(const Colours& colours)
{
    const auto names = std::to_array<std::pair<const char*, QColor>>({
        // Longer names first, so that a name that starts with another one is replaced whole.
        {"@accentText", colours.accentText},
        {"@selection", colours.selection},
        {"@accent", colours.accent},
        {"@window", colours.window},
        {"@raised", colours.raised},
        {"@border", colours.border},
        {"@groove", colours.groove},
        {"@handle", colours.handle},
        {"@faint", colours.faintText},
        {"@plot", colours.plot},
        {"@text", colours.text},
        {"@late", colours.late},
        {"@lost", colours.lost},
        {"@warning", readable(colours.late, colours.plot)},
        {"@link", readable(colours.accent, colours.window)},
    });
    QString result = QString::fromLatin1(sheet);
    for (const auto& [name, colour] : names)
        result.replace(QLatin1String(name), colour.name());
    return result;
}

} // namespace ui
