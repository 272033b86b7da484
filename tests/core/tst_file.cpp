#include "core/base/file.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>
#include <fstream>
#include <stop_token>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

using namespace core;

namespace {
std::filesystem::path in(const QTemporaryDir& folder, const char* name)
{
    return folder.filePath(QString::fromUtf8(name)).toStdString();
}
std::vector<uint8_t> bytes(const char* text) { return {text, text + strlen(text)}; }
} // namespace

class TestFile : public QObject {
    Q_OBJECT
private slots:
    void missingFolderAndEmptyAreToldApart()
    {
        const QTemporaryDir folder;
        QCOMPARE(readFile(in(folder, "nothing")).error().code, ErrorCode::NotFound);
        QCOMPARE(readFile(folder.path().toStdString()).error().code, ErrorCode::IsDirectory);
        QFile empty(folder.filePath(QStringLiteral("empty")));
        QVERIFY(empty.open(QIODevice::WriteOnly));
        empty.close();
        QCOMPARE(readFile(in(folder, "empty")).error().code, ErrorCode::Empty);
    }

    // Without a writer even opening it would block.
    void waitingForAPipeCanBeCancelled()
    {
        const QTemporaryDir folder;
        QCOMPARE(mkfifo(in(folder, "pipe").c_str(), 0600), 0);
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(
            readFile(in(folder, "pipe"), JobControl(stop.get_token())).error().code, ErrorCode::Cancelled);
    }

    void aPipeIsReadToItsEndHoweverLateItsWriterComes()
    {
        const QTemporaryDir folder;
        const std::filesystem::path pipe = in(folder, "pipe");
        QCOMPARE(mkfifo(pipe.c_str(), 0600), 0);
        const std::jthread writer([&pipe] {
            std::ofstream out(pipe, std::ios::binary);
            for (int i = 0; i < 100; ++i)
                out << std::string(1000, 'a') << std::flush;
        });
        QCOMPARE(readFile(pipe).value(), std::vector<uint8_t>(100000, 'a'));
    }

    void whatIsWrittenIsRead()
    {
        const QTemporaryDir folder;
        std::vector<uint8_t> content(3 * 1024 * 1024 + 17);
        for (size_t i = 0; i < content.size(); ++i)
            content[i] = static_cast<uint8_t>(i * 31);
        auto file = PendingFile::create(in(folder, "a"));
        QVERIFY(file.has_value());
        QVERIFY(file->write(content).has_value());
        QVERIFY(!std::filesystem::exists(in(folder, "a")));
        QVERIFY(file->commit().has_value());
        QCOMPARE(readFile(in(folder, "a")).value(), content);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void longestNameCanBeWritten()
    {
        const QTemporaryDir folder;
        const std::string name(255, 'a');
        auto file = PendingFile::create(in(folder, name.c_str()));
        QVERIFY(file.has_value());
        QVERIFY(file->commit().has_value());
        QVERIFY(std::filesystem::exists(in(folder, name.c_str())));
    }

    void fileThatMayNotBeWrittenIsNotReplaced()
    {
        const QTemporaryDir folder;
        QVERIFY(PendingFile::create(in(folder, "a"))->commit().has_value());
        std::filesystem::permissions(folder.path().toStdString(), std::filesystem::perms::all);
        std::filesystem::permissions(in(folder, "a"), std::filesystem::perms::others_read);
        constexpr uid_t nobody = 65534;
        const bool isRoot = geteuid() == 0; // who may write everything
        QVERIFY(!isRoot || seteuid(nobody) == 0);
        const auto file = PendingFile::create(in(folder, "a"));
        QVERIFY(!isRoot || seteuid(0) == 0);
        QCOMPARE(file.error().code, ErrorCode::WriteFailed);
    }

    void fileWithoutCommitLeavesTheOldOneAndNoRest()
    {
        const QTemporaryDir folder;
        {
            auto old = PendingFile::create(in(folder, "a"));
            QVERIFY(old->write(bytes("old")).has_value());
            QVERIFY(old->commit().has_value());
        }
        {
            auto file = PendingFile::create(in(folder, "a"));
            QVERIFY(file->write(bytes("new")).has_value());
        }
        QCOMPARE(readFile(in(folder, "a")).value(), bytes("old"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
    }

    void replacedFileKeepsItsPermissionsAndLinksStayLinks()
    {
        const QTemporaryDir folder;
        {
            auto old = PendingFile::create(in(folder, "a"));
            QVERIFY(old->commit().has_value());
        }
        std::filesystem::permissions(
            in(folder, "a"), std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
        std::filesystem::create_symlink(in(folder, "a"), in(folder, "link"));
        auto file = PendingFile::create(in(folder, "link"));
        QVERIFY(file->write(bytes("new")).has_value());
        QVERIFY(file->commit().has_value());
        QVERIFY(std::filesystem::is_symlink(in(folder, "link")));
        QCOMPARE(readFile(in(folder, "a")).value(), bytes("new"));
        QCOMPARE(std::filesystem::status(in(folder, "a")).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    }

    void folderThatDoesNotExistIsAWriteError()
    {
        const QTemporaryDir folder;
        QCOMPARE(PendingFile::create(in(folder, "no/such/a")).error().code, ErrorCode::WriteFailed);
        QCOMPARE(PendingFile::create(folder.path().toStdString()).error().code, ErrorCode::IsDirectory);
    }

    void fullDeviceIsAWriteError()
    {
        auto file = PendingFile::create("/dev/full");
        QVERIFY(file.has_value());
        QCOMPARE(file->write(bytes("x")).error().code, ErrorCode::WriteFailed);
    }
};

QTEST_APPLESS_MAIN(TestFile)
#include "tst_file.moc"
