#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>
#include <cstdint>
#include <vector>

namespace test {

struct Outcome {
    int exitCode = -1;
    QByteArray output;
    QByteArray error;
};

// Runs the program as a shell would, without a display or with one of a name that nothing stands behind.
[[nodiscard]] Outcome run(const QStringList& arguments, const QByteArray& input = {},
    const char* language = "C", const char* display = nullptr);

[[nodiscard]] QByteArray bytesOf(const std::vector<uint8_t>& bytes);
// Empty if it can't be read.
[[nodiscard]] QByteArray contentOf(const QString& path);

[[nodiscard]] QJsonObject objectOf(const QByteArray& json);

// Cases that run the program in a folder with a capture of ten seconds of speech in it.
class ProgramTest : public QObject {
protected:
    ProgramTest();

    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QString speech() const { return path("speech.opus"); }
    // Returns the path.
    QString write(const char* name, const QByteArray& content) const;

private:
    QTemporaryDir m_folder;
};

} // namespace test
