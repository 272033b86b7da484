#include "core/capture/open.h"

#include "tests/support/oggfiles.h"
#include "tests/support/packets.h"
#include "tests/support/stampedfiles.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace core;

namespace {

std::vector<uint8_t> oggFile()
{
    OggParts parts;
    parts.packets = numberedPackets(30);
    parts.packetsPerPage = 10;
    parts.endTrim = 100;
    return makeOggFile(parts);
}

void verifySound(const Capture& capture)
{
    for (size_t i = 0; i < capture.packets().size(); ++i)
        QCOMPARE(capture.payload(i).size(),
            (capture.packets()[i].flags & IsMissing) != 0 ? 0 : size_t(capture.packets()[i].bytes));
    QVERIFY(capture.duration() >= MediaSpan(0));
    QVERIFY(capture.packetsEnd() >= capture.packets().back().end());
}

} // namespace

class TestOpenCapture : public QObject {
    Q_OBJECT
private slots:
    void formatIsToldByContent()
    {
        const auto formatOf = [](const std::vector<uint8_t>& file) {
            return parseCapture(file, "anything.bin").value()->format();
        };
        const auto records = recordSeries({});
        QVERIFY(formatOf(oggFile()) == CaptureFormat::Ogg);
        QVERIFY(formatOf(stampedFile(records)) == CaptureFormat::Stamped);
        QVERIFY(formatOf(headerlessFile(records)) == CaptureFormat::StampedHeaderless);
        QVERIFY(formatOf(textFile(records)) == CaptureFormat::StampedText);
    }

    void oggFileBecomesACapture()
    {
        const auto capture = parseCapture(oggFile(), "a.opus").value();
        QCOMPARE(capture->packets().size(), size_t(30));
        QCOMPARE(capture->begin().ticks(), 312);
        QCOMPARE(capture->end().ticks(), 30 * 960 - 100);
        QCOMPARE(capture->duration().ticks(), 30 * 960 - 100 - 312);
        QCOMPARE(capture->packetsEnd().ticks(), 30 * 960);
        QVERIFY(capture->hasSequence());
        QVERIFY(capture->baseDelays().empty());
        QCOMPARE(capture->name(), std::string("a.opus"));
        QCOMPARE(capture->tags().comments.size(), size_t(1));
        const std::vector<ByteVector> packets = numberedPackets(30);
        for (size_t i = 0; i < packets.size(); ++i) {
            const Bytes payload = capture->payload(i);
            QCOMPARE(ByteVector(payload.begin(), payload.end()), packets[i]);
        }
    }

    void aCaptureKnowsWhatMostOfItsPacketsAre()
    {
        Capture::Parts parts;
        const auto add = [&parts](uint8_t toc, uint8_t flags, uint32_t bytes) {
            PacketRecord record;
            record.media = MediaTime(static_cast<int64_t>(parts.packets.size()) * 960);
            record.durationSamples = 960;
            record.toc = toc;
            record.flags = flags;
            record.bytes = bytes;
            parts.packets.push_back(record);
        };
        constexpr uint8_t silkWideband20Ms = 9U << 3U;
        constexpr uint8_t celtFullband20Ms = 31U << 3U;
        for (int i = 0; i < 3; ++i) {
            add(celtFullband20Ms, IsCorrupt, 10);
            add(celtFullband20Ms, IsMissing, 0);
        }
        add(celtFullband20Ms, 0, 100);
        add(silkWideband20Ms, 0, 50);
        add(silkWideband20Ms | 1U, 0, 60); // two frames of the same configuration
        const Capture capture(std::move(parts));
        QCOMPARE(capture.commonToc().byte(), silkWideband20Ms);
        QCOMPARE(capture.packetBytes(), uint64_t(3 * 10 + 100 + 50 + 60));
        QCOMPARE(Capture({}).commonToc().byte(), uint8_t(0));
    }

    void whatIsNoCaptureIsAClearError_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<int>("code");
        const auto row = [](const char* what, const QByteArray& content, const char* name, ErrorCode code) {
            QTest::newRow(what) << content << QByteArray(name) << int(code);
        };
        row("empty", "", "a.opus", ErrorCode::Empty);
        row("JPEG", QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000") + QByteArray(500, 'x'),
            "a.opus", ErrorCode::UnknownFormat);
        row("prose", "Dear reader, this is no capture.\n", "a.opus", ErrorCode::UnknownFormat);
        row("prose named as text capture", "Dear reader, this is no capture.\n", "a.txt",
            ErrorCode::NothingReadable);
        row("zeros", QByteArray(10000, '\0'), "a.stamped", ErrorCode::UnknownFormat);
        row("magic alone", QByteArray("OPUSRT\0\1", 8), "a.stamped", ErrorCode::NothingReadable);
    }
    void whatIsNoCaptureIsAClearError()
    {
        QFETCH(QByteArray, content);
        QFETCH(QByteArray, name);
        QFETCH(int, code);
        const std::vector<uint8_t> file(content.begin(), content.end());
        QCOMPARE(int(parseCapture(file, name.toStdString()).error().code), code);
    }

    void openReadsFilesAndNamesWhatFails()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a.opus"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const std::vector<uint8_t> content = oggFile();
        file.write(reinterpret_cast<const char*>(content.data()), static_cast<qint64>(content.size()));
        file.close();
        QCOMPARE(openCapture(path.toStdString()).value()->name(), std::string("a.opus"));
        QCOMPARE(openCapture(folder.path().toStdString()).error().code, ErrorCode::IsDirectory);
        QCOMPARE(openCapture("/no/such/file").error().code, ErrorCode::NotFound);
    }

    void truncatedOggAnywhereIsACaptureOrAnError()
    {
        const std::vector<uint8_t> file = oggFile();
        for (size_t size = 0; size < file.size(); ++size) {
            const auto capture = parseCapture(Bytes(file).first(size), "a.opus");
            if (capture)
                verifySound(**capture);
        }
    }

    void flippedBitsOfAnOggFileNeverHarm()
    {
        const std::vector<uint8_t> file = oggFile();
        for (size_t bit = 0; bit < file.size() * 8; bit += 3) {
            std::vector<uint8_t> damaged = file;
            damaged[bit / 8] ^= static_cast<uint8_t>(1U << (bit % 8));
            const auto capture = parseCapture(damaged, "a.opus");
            if (capture)
                verifySound(**capture);
        }
    }
};

QTEST_APPLESS_MAIN(TestOpenCapture)
#include "tst_opencapture.moc"
