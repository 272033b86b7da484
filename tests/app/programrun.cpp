#include "tests/app/programrun.h"

#include "tests/support/oggfiles.h"
#include "tests/support/packets.h"

#include <QFile>
#include <QJsonDocument>
#include <QProcess>

namespace test {

Outcome run(const QStringList& arguments, const QByteArray& input, const char* language, const char* display)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* name :
        {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "LANGUAGE", "LC_ALL", "LC_MESSAGES"})
        environment.remove(QString::fromLatin1(name));
    environment.insert(QStringLiteral("LANG"), QString::fromLatin1(language));
    if (display)
        environment.insert(QStringLiteral("DISPLAY"), QString::fromLatin1(display));
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(JITTERSCOPE_PROGRAM), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray bytesOf(const std::vector<uint8_t>& bytes)
{
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject objectOf(const QByteArray& json) { return QJsonDocument::fromJson(json).object(); }

ProgramTest::ProgramTest()
{
    core::OggParts parts;
    parts.packets = core::encodedPackets({.sound = core::Sound::Speech, .count = 500, .hasFec = true});
    write("speech.opus", bytesOf(core::makeOggFile(parts)));
}

QString ProgramTest::write(const char* name, const QByteArray& content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("can't write %s", name);
    return file.fileName();
}

} // namespace test
