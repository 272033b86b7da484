#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <optional>

namespace test {

struct Message {
    QString context;
    QString source;
    bool isFinished = false;
    QStringList forms; // one, or one a plural form
    bool hasPlurals = false;
};

// What jitterscope_LANGUAGE.ts holds after it was brought up to date with the sources, as the build target
// update_translations does; the file itself stays as it is. Nothing if lupdate fails or complains.
[[nodiscard]] std::optional<QList<Message>> updatedTranslation(const QString& language);

} // namespace test
