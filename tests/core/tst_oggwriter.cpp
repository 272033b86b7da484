#include "core/ogg/oggwriter.h"
#include "core/ogg/pagefinder.h"
#include "core/ogg/reader.h"
#include "tests/support/oggfiles.h"
#include "tests/support/packets.h"

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <filesystem>

using namespace core;

namespace {

std::filesystem::path in(const QTemporaryDir& folder, const char* name)
{
    return folder.filePath(QString::fromUtf8(name)).toStdString();
}

const OpusTags someTags{"JitterScope tests", {"TITLE=written"}};

Result<ByteVector> written(const OpusHead& head, const std::vector<ByteVector>& packets, uint64_t end,
    const std::filesystem::path& path, const OpusTags& tags = someTags)
{
    auto writer = OggWriter::create(path, head, tags, 77);
    if (!writer)
        return tl::unexpected(writer.error());
    for (const ByteVector& packet : packets) {
        if (const auto result = writer->write(packet); !result)
            return tl::unexpected(result.error());
    }
    if (const auto result = writer->finish(end); !result)
        return tl::unexpected(result.error());
    return readFile(path);
}

std::vector<ByteVector> packetsOf(const OpusStream& stream)
{
    std::vector<ByteVector> result;
    for (const StreamPacket& packet : stream.packets) {
        const auto begin = stream.payload.begin() + static_cast<std::ptrdiff_t>(packet.payloadOffset);
        result.emplace_back(begin, begin + packet.bytes);
    }
    return result;
}

struct WrittenPage {
    int64_t granule = 0;
    size_t packets = 0;
    bool isLast = false;
};

std::vector<WrittenPage> pagesOf(const ByteVector& file)
{
    std::vector<WrittenPage> pages;
    PageFinder finder(file);
    while (const auto page = finder.next()) {
        const auto packets = std::count_if(
            page->lacing.begin(), page->lacing.end(), [](uint8_t value) { return value != 255; });
        pages.push_back({page->granule, static_cast<size_t>(packets), page->isLast});
    }
    return pages;
}

// What a program of opus-tools prints; its exit code and warnings are checked by the caller.
QString output(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished() || process.exitCode() != 0)
        return QStringLiteral("failed: ") + QString::fromUtf8(process.readAll());
    return QString::fromUtf8(process.readAll());
}

} // namespace

class TestOggWriter : public QObject {
    Q_OBJECT
private slots:
    void whatIsWrittenIsRead_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("bytes");
        QTest::addColumn<int>("trim");
        QTest::newRow("one packet") << 1 << 20 << 0;
        QTest::newRow("one packet, trimmed") << 1 << 20 << 900;
        QTest::newRow("under a page") << 49 << 20 << 1;
        QTest::newRow("full pages") << 500 << 20 << 0;
        QTest::newRow("trimmed by nearly a second") << 500 << 20 << 47999;
        QTest::newRow("packets of 255 bytes") << 120 << 254 << 300;
        QTest::newRow("largest packets") << 300 << 1275 << 4000;
    }

    void whatIsWrittenIsRead()
    {
        QFETCH(int, count);
        QFETCH(int, bytes);
        QFETCH(int, trim);
        const QTemporaryDir folder;
        const auto packets = numberedPackets(static_cast<size_t>(count), static_cast<size_t>(bytes));
        const int64_t end = int64_t(count) * 960 - trim;
        const auto file = written(makeHead(2, 312), packets, static_cast<uint64_t>(end), in(folder, "a"));
        const auto stream = readOpusStream(file.value()).value();
        QVERIFY(stream.anomalies.empty());
        QCOMPARE(stream.head, makeHead(2, 312));
        QCOMPARE(stream.tags, someTags);
        QCOMPARE(stream.serial, 77U);
        QCOMPARE(stream.end, MediaTime(end));
        QCOMPARE(packetsOf(stream), packets);
    }

    void packetsOfEveryDurationAreCounted()
    {
        std::vector<ByteVector> packets;
        for (int i = 0; i < 400; ++i)
            packets.push_back(plainPacket(static_cast<uint8_t>(i % 32), 40));
        PacketParts longest;
        longest.configuration = 3;
        longest.frameCode = 1;
        longest.frames = {{1, 2}, {3, 4}};
        packets.insert(packets.begin() + 200, 30, makePacket(longest));
        const QTemporaryDir folder;
        const auto file = written(makeHead(1, 0), packets, UINT64_MAX, in(folder, "a"));
        const auto stream = readOpusStream(file.value()).value();
        QVERIFY(stream.anomalies.empty());
        QCOMPARE(packetsOf(stream), packets);
    }

    void pagesHoldASecondAndHeadersStandAlone()
    {
        const QTemporaryDir folder;
        const auto file = written(makeHead(1, 0), numberedPackets(225), uint64_t(225) * 960, in(folder, "a"));
        const auto pages = pagesOf(file.value());
        QCOMPARE(pages.size(), size_t(2 + 4));
        QCOMPARE(pages[0].packets, size_t(1));
        QCOMPARE(pages[1].packets, size_t(1));
        for (size_t i = 2; i < 5; ++i) {
            QCOMPARE(pages[i].packets, size_t(50));
            QCOMPARE(pages[i].granule, static_cast<int64_t>(i - 1) * 48000);
            QVERIFY(!pages[i].isLast);
        }
        QCOMPARE(pages[5].packets, size_t(75));
        QVERIFY(pages[5].isLast);
    }

    void streamWithoutAudioStillEnds()
    {
        const QTemporaryDir folder;
        const auto pages = pagesOf(written(makeHead(1, 0), {}, 0, in(folder, "a")).value());
        QCOMPARE(pages.size(), size_t(2));
        QVERIFY(pages.back().isLast);
    }

    void largeTagsAreReadBack()
    {
        const OpusTags tags{"vendor", {"PICTURE=" + std::string(300000, 'x')}};
        const QTemporaryDir folder;
        const auto file = written(makeHead(1, 0), numberedPackets(10), 9600, in(folder, "a"), tags);
        const auto stream = readOpusStream(file.value()).value();
        QVERIFY(stream.anomalies.empty());
        QCOMPARE(stream.tags, tags);
    }

    void multistreamPacketsAreCountedByTheirHead()
    {
        OpusHead head;
        head.channels = 3;
        head.mappingFamily = 1;
        head.streams = 2;
        head.coupledStreams = 1;
        head.mapping[1] = 2;
        head.mapping[2] = 1;
        PacketParts parts;
        ByteVector packet = makeSelfDelimited(parts);
        const ByteVector second = makePacket(parts);
        packet.insert(packet.end(), second.begin(), second.end());
        const QTemporaryDir folder;
        const auto file = written(head, {packet, packet}, 1920, in(folder, "a"));
        const auto stream = readOpusStream(file.value()).value();
        QVERIFY(stream.anomalies.empty());
        QCOMPARE(stream.head, head);
        QCOMPARE(stream.end, MediaTime(1920));
    }

    void nothingIsThereBeforeTheEnd()
    {
        const QTemporaryDir folder;
        {
            auto writer = OggWriter::create(in(folder, "a"), makeHead(1, 0), someTags, 1).value();
            for (const ByteVector& packet : numberedPackets(200))
                QVERIFY(writer.write(packet).has_value());
            QVERIFY(!std::filesystem::exists(in(folder, "a")));
        }
        QVERIFY(std::filesystem::is_empty(folder.path().toStdString()));
    }

    void errorsAreReported()
    {
        const QTemporaryDir folder;
        QCOMPARE(OggWriter::create(in(folder, "no/a"), makeHead(1, 0), someTags, 1).error().code,
            ErrorCode::WriteFailed);
        QCOMPARE(
            OggWriter::create("/dev/full", makeHead(1, 0), someTags, 1).error().code, ErrorCode::WriteFailed);
        auto writer = OggWriter::create(in(folder, "a"), makeHead(1, 0), someTags, 1).value();
        QCOMPARE(writer.write({}).error().code, ErrorCode::InvalidValue);
        QVERIFY(writer.write(numberedPackets(1)[0]).has_value());
        QVERIFY(writer.finish(960).has_value());
    }

    void opusToolsAcceptTheFile()
    {
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("opusinfo")).isEmpty(),
            "opus-tools are not installed");
        EncodedParts parts;
        parts.sound = Sound::Speech;
        parts.count = 230;
        const QTemporaryDir folder;
        const auto path = in(folder, "a.opus");
        const uint64_t end = uint64_t(230) * 960 - 700;
        QVERIFY(written(makeHead(1, 312), encodedPackets(parts), end, path).has_value());
        const QString name = QString::fromStdString(path.string());
        const QString info = output(QStringLiteral("opusinfo"), {name});
        QVERIFY2(!info.contains(QRegularExpression(QStringLiteral("(?i)warning|error|failed|problem"))),
            qPrintable(info));
        const QString wav = name + QStringLiteral(".wav");
        const QString decoded = output(QStringLiteral("opusdec"), {QStringLiteral("--quiet"), name, wav});
        QVERIFY2(!decoded.contains(QStringLiteral("failed")), qPrintable(decoded));
        // 16-bit mono behind a header of 44 bytes or, in opusdec's extensible form, 68.
        const qint64 samples = (QFileInfo(wav).size() - 44) / 2;
        const auto expected = static_cast<qint64>(end - 312);
        QVERIFY2(samples == expected || samples == expected + 12, QByteArray::number(samples).constData());
    }
};

QTEST_APPLESS_MAIN(TestOggWriter)
#include "tst_oggwriter.moc"
