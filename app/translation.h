#pragma once

#include "ui/language.h"

#include <QSettings>
#include <QTranslator>

namespace app {

// Puts all texts of the program and of Qt, and the form of numbers, into a language, for as long as it lives.
// Needs a QCoreApplication that outlives it; texts made before stay as they are.
class Translation {
public:
    // System: the first language of LANGUAGE, LC_ALL, LC_MESSAGES, LANG that there is, numbers by the locale;
    // English if there is none of them.
    explicit Translation(ui::Language language = ui::Language::System);

private:
    QTranslator m_own;
    QTranslator m_qt;
};

// The language chosen for the window, kept between starts.
[[nodiscard]] ui::Language keptLanguage(const QSettings& settings);
void keepLanguage(QSettings& settings, ui::Language language);

} // namespace app
