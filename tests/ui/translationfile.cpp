#include "tests/ui/translationfile.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace test {

namespace {

bool update(const QString& folder)
{
    const QDir source(QStringLiteral(JITTERSCOPE_SOURCE_DIR "/resources/translations"));
    for (const QString& name : source.entryList({QStringLiteral("*.ts")})) {
        const QString copy = folder + QLatin1Char('/') + name;
        if (!QFile::copy(source.filePath(name), copy)
            || !QFile::setPermissions(copy, QFile::ReadOwner | QFile::WriteOwner))
            return false;
    }
    QProcess process;
    process.start(source.filePath(QStringLiteral("update")), {QStringLiteral(JITTERSCOPE_LUPDATE), folder});
    if (!process.waitForFinished(120000) || process.exitCode() != 0)
        return false;
    // It complains about classes whose context it does not know for sure.
    const QByteArray complaints = process.readAllStandardError();
    if (!complaints.isEmpty())
        qWarning("lupdate: %s", complaints.constData());
    return complaints.isEmpty();
}

Message readMessage(QXmlStreamReader& xml, const QString& context)
{
    Message message;
    message.context = context;
    message.hasPlurals = xml.attributes().value(QLatin1String("numerus")) == QLatin1String("yes");
    while (xml.readNextStartElement()) {
        if (xml.name() == QLatin1String("source")) {
            message.source = xml.readElementText();
        } else if (xml.name() == QLatin1String("translation")) {
            message.isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            if (!message.hasPlurals)
                message.forms = {xml.readElementText()};
            while (message.hasPlurals && xml.readNextStartElement())
                message.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return message;
}

QList<Message> readMessages(QXmlStreamReader& xml)
{
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("message"))
            messages.append(readMessage(xml, context));
    }
    return messages;
}

} // namespace

std::optional<QList<Message>> updatedTranslation(const QString& language)
{
    const QTemporaryDir folder;
    if (!folder.isValid() || !update(folder.path()))
        return std::nullopt;
    QFile file(folder.filePath(QStringLiteral("jitterscope_%1.ts").arg(language)));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    QXmlStreamReader xml(&file);
    QList<Message> messages = readMessages(xml);
    return xml.hasError() ? std::nullopt : std::optional(std::move(messages));
}

} // namespace test
