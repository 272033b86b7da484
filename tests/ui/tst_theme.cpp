#include "tests/ui/windowfixture.h"
#include "ui/theme.h"

#include <QFileDialog>
#include <QRegularExpression>
#include <QSet>
#include <QToolButton>

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

    // The buttons of the window leave much room at the sides, those of a dialog for files have none.
    void buttonsOfFileDialogsShowTheirIcons()
    {
        applyTheme(ThemeChoice::Light);
        QFileDialog dialog;
        dialog.setOption(QFileDialog::DontUseNativeDialog);
        dialog.show();
        const auto buttons = dialog.findChildren<QToolButton*>(QRegularExpression(QStringLiteral("Button$")));
        QVERIFY(buttons.size() >= 5);
        for (QToolButton* button : buttons) {
            const QImage picture = button->grab().toImage();
            QSet<QRgb> inside;
            for (int x = picture.width() / 2 - 6; x < picture.width() / 2 + 6; ++x)
                inside.insert(picture.pixel(x, picture.height() / 2));
            QVERIFY2(inside.size() > 1, qPrintable(button->objectName()));
        }
    }
};

WINDOW_TEST_MAIN(TestTheme)
#include "tst_theme.moc"
