#include "app/translation.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTemporaryDir>
#include <QTest>

class TestTranslation : public QObject {
    Q_OBJECT

    static QString isEmpty() { return QCoreApplication::translate("app::ErrorText", "is empty"); }
    static QString underruns(int count)
    {
        return QCoreApplication::translate("app::PlayProgress", "%n underrun(s)", nullptr, count);
    }

private slots:
    void speaksTheLanguageThatWasChosen()
    {
        {
            const app::Translation german(ui::Language::German);
            QCOMPARE(isEmpty(), QStringLiteral("ist leer"));
            QCOMPARE(underruns(2), QStringLiteral("2 Aussetzer"));
            QCOMPARE(QLocale().toString(1.5), QStringLiteral("1,5"));
        }
        const app::Translation english(ui::Language::English);
        QCOMPARE(isEmpty(), QStringLiteral("is empty"));
        QCOMPARE(QLocale().toString(1.5), QStringLiteral("1.5"));
    }

    void countsInEnglish()
    {
        const app::Translation english(ui::Language::English);
        QCOMPARE(underruns(1), QStringLiteral("1 underrun"));
        QCOMPARE(underruns(3), QStringLiteral("3 underruns"));
    }

    void endsWithItsLife()
    {
        (void)app::Translation(ui::Language::German);
        QCOMPARE(isEmpty(), QStringLiteral("is empty"));
    }

    void keepsTheLanguageChosen()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("settings")), QSettings::IniFormat);
        QCOMPARE(app::keptLanguage(settings), ui::Language::System);
        for (const auto language : {ui::Language::English, ui::Language::German, ui::Language::System}) {
            app::keepLanguage(settings, language);
            QCOMPARE(app::keptLanguage(settings), language);
        }
    }
};

QTEST_GUILESS_MAIN(TestTranslation)
#include "tst_translation.moc"
