#include "app/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>

// The macro declares a function of the global namespace.
static void initializeResources() { Q_INIT_RESOURCE(translations); }

namespace app {

namespace {

const QString languageKey = QStringLiteral("window/language");

QLocale localeOf(ui::Language language)
{
    switch (language) {
    case ui::Language::English:
        return {QLocale::English};
    case ui::Language::German:
        return {QLocale::German};
    case ui::Language::System:
        break;
    }
    return QLocale::system();
}

} // namespace

Translation::Translation(ui::Language language)
{
    initializeResources();
    const QString folder = QStringLiteral(":/translations");
    const QString name = QStringLiteral("jitterscope");
    const QString separator = QStringLiteral("_");
    const QLocale locale = localeOf(language);
    QLocale::setDefault(locale);
    // English has a translation too: its plurals.
    if (!m_own.load(locale, name, separator, folder))
        (void)m_own.load(QStringLiteral("jitterscope_en"), folder);
    QCoreApplication::installTranslator(&m_own);
    // Qt's own words only in the language that all others are in.
    if (m_qt.load(QLocale(m_own.language()), QStringLiteral("qtbase"), separator,
            QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&m_qt);
}

ui::Language keptLanguage(const QSettings& settings)
{
    const QString code = settings.value(languageKey).toString();
    if (code == QLatin1String("de"))
        return ui::Language::German;
    return code == QLatin1String("en") ? ui::Language::English : ui::Language::System;
}

void keepLanguage(QSettings& settings, ui::Language language)
{
    if (language == ui::Language::System)
        settings.remove(languageKey);
    else
        settings.setValue(
            languageKey, language == ui::Language::German ? QStringLiteral("de") : QStringLiteral("en"));
}

} // namespace app
