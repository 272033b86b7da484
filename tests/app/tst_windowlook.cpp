#include "app/translation.h"
#include "tests/app/clippedtexts.h"
#include "tests/app/windowstage.h"
#include "tests/ui/windowfixture.h"
#include "ui/timelineview.h"
#include "ui/tradeoffplot.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSet>
#include <QTabBar>
#include <QToolButton>

using namespace test;

namespace {

bool isInteractive(const QWidget& widget)
{
    return widget.isEnabled()
        && (qobject_cast<const QAbstractButton*>(&widget) != nullptr
            || qobject_cast<const QAbstractSlider*>(&widget) != nullptr
            || qobject_cast<const QComboBox*>(&widget) != nullptr
            || qobject_cast<const QLineEdit*>(&widget) != nullptr
            || qobject_cast<const QAbstractItemView*>(&widget) != nullptr
            || qobject_cast<const ui::TradeOffPlot*>(&widget) != nullptr
            || qobject_cast<const ui::TimelineView*>(&widget) != nullptr);
}

QString nameOf(const QWidget& widget)
{
    if (!widget.accessibleName().isEmpty())
        return widget.accessibleName();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
        return button->text();
    return {};
}

} // namespace

class TestWindowLook : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup() { m_stage.reset(); }

    void nothingIsClipped_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<ui::ThemeChoice>("theme");
        QTest::addColumn<ui::Language>("language");
        for (const auto language : {ui::Language::English, ui::Language::German}) {
            for (const auto theme : {ui::ThemeChoice::Dark, ui::ThemeChoice::Light}) {
                for (const QSize size : {QSize(1024, 640), QSize(1440, 900), QSize(2560, 1440)})
                    QTest::addRow("%dx%d-%s%s", size.width(), size.height(),
                        theme == ui::ThemeChoice::Dark ? "dark" : "light",
                        language == ui::Language::German ? "-german" : "")
                        << size << theme << language;
            }
        }
    }

    void nothingIsClipped()
    {
        QFETCH(const QSize, size);
        QFETCH(const ui::ThemeChoice, theme);
        QFETCH(const ui::Language, language);
        const app::Translation translation(language);
        showSample();
        m_stage->window().resize(size);
        m_stage->window().setTheme(theme);
        QTRY_COMPARE_WITH_TIMEOUT(m_stage->window().size(), size, limitMs);
        m_stage->key(Qt::Key_N);
        QCoreApplication::processEvents();
        test::saveScreenshot(
            m_stage->window(), QStringLiteral("program-") + QString::fromLatin1(QTest::currentDataTag()));
        // A text that has just come has its room with the next layout.
        QTRY_VERIFY2_WITH_TIMEOUT(
            clippedTexts(m_stage->window()).isEmpty(), qPrintable(clippedTexts(m_stage->window())), limitMs);
        for (const auto* column : m_stage->window().findChildren<QScrollArea*>(QStringLiteral("column")))
            QVERIFY(column->widget()->width() <= column->viewport()->width());
        for (const QTabBar* tabs : m_stage->window().findChildren<QTabBar*>()) {
            for (const QToolButton* scroll : tabs->findChildren<QToolButton*>())
                QVERIFY2(!scroll->isVisible(), "tabs have to be scrolled");
        }
    }

    void everythingHasANameForAssistiveTechnology()
    {
        showSample();
        QStringList nameless;
        for (const QWidget* widget : m_stage->window().findChildren<QWidget*>()) {
            if (widget->isVisible() && isInteractive(*widget) && !isOwnPart(*widget)
                && nameOf(*widget).isEmpty())
                nameless.append(pathOf(widget));
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(QLatin1Char('\n'))));
    }

    // Ctrl+Tab goes round, and everything that takes input is on the way.
    void everythingIsReachedByKeyboard()
    {
        showSample();
        QSet<const QWidget*> missing;
        for (const QWidget* widget : m_stage->window().findChildren<QWidget*>()) {
            if (widget->isVisible() && isInteractive(*widget) && !isOwnPart(*widget)
                && qobject_cast<const QLabel*>(widget) == nullptr)
                missing.insert(widget);
        }
        const auto count = static_cast<int>(m_stage->window().findChildren<QWidget*>().size());
        for (int step = 0; step < count && !missing.isEmpty(); ++step) {
            m_stage->trigger(QStringLiteral("Next field"));
            missing.remove(m_stage->window().focusWidget());
        }
        QStringList names;
        for (const QWidget* widget : missing) {
            if ((widget->focusPolicy() & Qt::TabFocus) != 0)
                names.append(pathOf(widget));
            else if (qobject_cast<const QAbstractButton*>(widget) == nullptr)
                names.append(pathOf(widget) + QStringLiteral(" takes no focus"));
        }
        QVERIFY2(names.isEmpty(), qPrintable(names.join(QLatin1Char('\n'))));
    }

    // Where the focus is can be seen in everything that takes it.
    void everythingShowsThatItHasTheFocus()
    {
        showSample();
        m_stage->key(Qt::Key_N);
        QWidget& window = m_stage->window();
        QStringList unseen;
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || !widget->isEnabled() || (widget->focusPolicy() & Qt::TabFocus) == 0
                || widget->focusProxy() != nullptr
                || (isOwnPart(*widget) && qobject_cast<QTabBar*>(widget) == nullptr))
                continue;
            const auto pictureOf = [widget] {
                QCoreApplication::processEvents();
                return widget->grab().toImage();
            };
            window.setFocus();
            const QImage without = pictureOf();
            widget->setFocus(Qt::TabFocusReason);
            QTRY_VERIFY_WITH_TIMEOUT(widget->hasFocus(), limitMs);
            if (auto* timeline = qobject_cast<ui::TimelineView*>(widget))
                QTRY_VERIFY_WITH_TIMEOUT(timeline->isUpToDate(), limitMs);
            if (pictureOf() == without)
                unseen.append(pathOf(widget));
        }
        QVERIFY2(unseen.isEmpty(), qPrintable(unseen.join(QLatin1Char('\n'))));
    }

private:
    void showSample()
    {
        m_stage->start({});
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate() && m_stage->hasWaveforms(), limitMs);
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestWindowLook>(argc, argv); }
#include "tst_windowlook.moc"
