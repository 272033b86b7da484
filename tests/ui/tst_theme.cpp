#include "tests/ui/windowfixture.h"
#include "ui/theme.h"

using namespace ui;

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void contrastIsThatOfWcag()
    {
        QCOMPARE(qRound(contrast(Qt::black, Qt::white)), 21);
        QCOMPARE(contrast(Qt::red, Qt::red), 1.0);
        // Value of the definition in WCAG 2.1 for #777777 on white.
        QVERIFY(std::abs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.01);
    }

    void textIsReadableInBothThemes_data()
    {
        QTest::addColumn<ThemeChoice>("choice");
        QTest::newRow("light") << ThemeChoice::Light;
        QTest::newRow("dark") << ThemeChoice::Dark;
    }

    void textIsReadableInBothThemes()
    {
        QFETCH(const ThemeChoice, choice);
        const Colours theme = coloursOf(choice);
        for (const QColor& background : {theme.window, theme.raised, theme.plot}) {
            QVERIFY(contrast(theme.text, background) >= 7);
            QVERIFY(contrast(theme.faintText, background) >= 4.5);
            for (const QColor& data : {theme.lost, theme.late, theme.fec, theme.concealed, theme.deadline})
                QVERIFY(contrast(readable(data, background), background) >= 4.5);
        }
        QVERIFY(contrast(theme.accentText, theme.accent) >= 4.5);
        QVERIFY(contrast(theme.text, theme.selection) >= 4.5);
    }

    void coloursOfTheChosenThemeAreInUse()
    {
        applyTheme(ThemeChoice::Light);
        QVERIFY(!colours().isDark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), colours().window);
        applyTheme(ThemeChoice::Dark);
        QVERIFY(colours().isDark);
        QCOMPARE(QApplication::palette().color(QPalette::Window), colours().window);
    }
};

WINDOW_TEST_MAIN(TestTheme)
#include "tst_theme.moc"
