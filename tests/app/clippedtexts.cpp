#include "tests/app/clippedtexts.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QStringList>
#include <QStyle>
#include <QStyleOptionComboBox>

namespace test {

namespace {

// Of the boxes that choose among few words; names of devices may be of any length.
QStringList clippedChoices(const QWidget& window)
{
    QStringList clipped;
    for (const QComboBox* box : window.findChildren<QComboBox*>()) {
        QStyleOptionComboBox option;
        option.initFrom(box);
        const QRect text =
            box->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, box);
        const int needed = box->fontMetrics().horizontalAdvance(box->currentText());
        if (box->isVisible() && box->sizeAdjustPolicy() == QComboBox::AdjustToContents
            && text.width() < needed)
            clipped.append(pathOf(box)
                + QStringLiteral(" %1 of %2 “%3”").arg(text.width()).arg(needed).arg(box->currentText()));
    }
    return clipped;
}

} // namespace

bool isOwnPart(const QWidget& widget)
{
    return widget.objectName().startsWith(QStringLiteral("qt_")) || widget.inherits("QScrollBar")
        || widget.inherits("QHeaderView") || widget.inherits("QTableCornerButton")
        || (widget.parentWidget() != nullptr && widget.parentWidget()->inherits("QTabBar"));
}

QString pathOf(const QWidget* widget)
{
    QStringList names;
    for (; widget != nullptr; widget = widget->parentWidget())
        names.prepend(
            QString::fromLatin1(widget->metaObject()->className()) + QLatin1Char(':') + widget->objectName());
    return names.mid(qMax(0, names.size() - 3)).join(QLatin1Char('/'));
}

QString clippedTexts(const QWidget& window)
{
    QStringList clipped;
    for (const QWidget* widget : window.findChildren<QWidget*>()) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        const auto* button = qobject_cast<const QAbstractButton*>(widget);
        const bool hasText = (label != nullptr && !label->text().isEmpty() && !label->wordWrap()
                                 && label->sizePolicy().horizontalPolicy() != QSizePolicy::Ignored)
            || (button != nullptr && !button->text().isEmpty() && !isOwnPart(*widget));
        const QSize needed = label != nullptr ? label->minimumSizeHint() : widget->sizeHint();
        if (!widget->isVisible() || !hasText)
            continue;
        if (widget->width() < needed.width() || widget->height() < widget->fontMetrics().height())
            clipped.append(pathOf(widget)
                + QStringLiteral(" %1×%2 of %3×%4 “")
                      .arg(widget->width())
                      .arg(widget->height())
                      .arg(needed.width())
                      .arg(needed.height())
                + (label != nullptr ? label->text() : button->text()) + QLatin1Char('"'));
    }
    return (clipped + clippedChoices(window)).join(QLatin1Char('\n'));
}

} // namespace test
