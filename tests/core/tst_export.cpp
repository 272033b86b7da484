#include "core/base/file.h"
#include "core/capture/open.h"
#include "core/render/renderer.h"
#include "core/repair/concealedogg.h"
#include "core/repair/export.h"
#include "tests/support/samples.h"
#include "tests/support/sound.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <opus_multistream.h>

using namespace core;
using namespace test;

namespace {

using AnalysisPointer = std::shared_ptr<const Analysis>;

AnalysisPointer analyzed(const std::shared_ptr<const Capture>& capture, double lossRate, double jitterMs = 0)
{
    Scenario scenario;
    scenario.seed = 7;
    scenario.network.delay = receiverMilliseconds(40);
    scenario.network.jitter.spread = ReceiverSpan(static_cast<int64_t>(jitterMs * 1000));
    scenario.network.loss.rate = lossRate;
    return analyze(capture, scenario).value();
}

std::shared_ptr<const Capture> sample(const char* name)
{
    return openCapture(test::samplePath(name)).value();
}

// 5.1 in four streams, two of them coupled.
std::shared_ptr<const Capture> surroundCapture(size_t count)
{
    OpusHead head;
    head.channels = 6;
    head.mappingFamily = 1;
    int streams = 0;
    int coupled = 0;
    int status = OPUS_OK;
    OpusMSEncoder* encoder = opus_multistream_surround_encoder_create(
        48000, 6, 1, &streams, &coupled, head.mapping.data(), OPUS_APPLICATION_AUDIO, &status);
    head.streams = static_cast<uint8_t>(streams);
    head.coupledStreams = static_cast<uint8_t>(coupled);
    const auto pcm = glidingTone(static_cast<int64_t>(count) * 960, 6);
    Packets packets;
    std::vector<uint8_t> packet(8000);
    for (size_t i = 0; i < count; ++i) {
        const int bytes =
            opus_multistream_encode_float(encoder, pcm.data() + i * 960 * 6, 960, packet.data(), 8000);
        packets.emplace_back(packet.begin(), packet.begin() + bytes);
    }
    opus_multistream_encoder_destroy(encoder);
    auto parts = captureParts(packets, 1);
    parts.head = head;
    MediaTime media;
    for (PacketRecord& record : parts.packets) {
        record.media = media;
        record.durationSamples = 960;
        media = record.end();
    }
    parts.end = media;
    return std::make_shared<const Capture>(std::move(parts));
}

std::vector<uint8_t> bytesOf(const Capture& capture, size_t packet)
{
    const Bytes bytes = capture.payload(packet);
    return {bytes.begin(), bytes.end()};
}

// One a packet: whether it has to be in a repaired file.
std::vector<bool> keptPackets(const Analysis& analysis)
{
    std::vector<bool> kept(analysis.capture->packets().size());
    for (const Arrival& arrival : analysis.arrivals->list)
        kept[arrival.packet] =
            (analysis.capture->packets()[arrival.packet].flags & (IsCorrupt | IsMissing)) == 0;
    return kept;
}

std::vector<float> heard(const AnalysisPointer& analysis)
{
    auto renderer = Renderer::open(analysis->capture, timelineOf(analysis)).value();
    std::vector<float> pcm(static_cast<size_t>(renderer.frameCount() * renderer.channels()));
    if (!renderer.render(0, pcm))
        qFatal("render failed");
    return pcm;
}

std::vector<float> floatsOf(const std::vector<uint8_t>& bytes, size_t offset)
{
    std::vector<float> samples((bytes.size() - offset) / sizeof(float));
    std::memcpy(samples.data(), bytes.data() + offset, samples.size() * sizeof(float));
    return samples;
}

QByteArray outputOf(const QString& program, const QStringList& arguments, int* exitCode)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000))
        qFatal("%s does not finish", qPrintable(program));
    *exitCode = process.exitCode();
    return process.readAll();
}

} // namespace

class TestExport : public QObject {
    Q_OBJECT
private slots:
    void init() { QVERIFY(m_folder.isValid()); }
    void cleanup()
    {
        for (const QString& name : QDir(m_folder.path()).entryList(QDir::Files | QDir::Hidden))
            QFile::remove(m_folder.filePath(name));
    }

    void repairedKeepsWhatArrivedAndTheLength_data()
    {
        QTest::addColumn<int>("channels");
        QTest::addColumn<int>("frameSamples");
        QTest::addColumn<int>("preSkip");
        QTest::addColumn<int>("trimmed");
        for (const int channels : {1, 2}) {
            for (const int samples : {120, 240, 480, 960, 1920, 2880, 5760}) {
                QTest::addRow("%d channels, %d samples", channels, samples)
                    << channels << samples << 312 << samples / 3;
            }
        }
    }
    void repairedKeepsWhatArrivedAndTheLength()
    {
        QFETCH(int, channels);
        QFETCH(int, frameSamples);
        QFETCH(int, preSkip);
        QFETCH(int, trimmed);
        const auto packets =
            encodedTone({.channels = channels, .frameDuration = MediaSpan(frameSamples)}, 80);
        const auto capture = captureOf(packets, channels, static_cast<uint16_t>(preSkip), trimmed);
        const auto analysis = analyzed(capture, 0.3);
        checkRepaired(analysis, exported(analysis, ExportKind::RepairedOgg));
    }
    void repairedSampleHasNoFlawForTheToolsOfOpus_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("speech") << QByteArray("speech.opus");
        QTest::newRow("music") << QByteArray("music.opus");
    }
    void repairedSampleHasNoFlawForTheToolsOfOpus()
    {
        QFETCH(QByteArray, name);
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("opusinfo")).isEmpty(),
            "opus-tools are not installed");
        const auto analysis = analyzed(sample(name.constData()), 0.05, 30);
        const auto path = exported(analysis, ExportKind::RepairedOgg);
        checkRepaired(analysis, path);
        int exitCode = 0;
        const auto file = QString::fromStdString(path.string());
        const QByteArray info = outputOf(QStringLiteral("opusinfo"), {file}, &exitCode);
        QCOMPARE(exitCode, 0);
        QVERIFY2(!info.toLower().contains("warning") && !info.toLower().contains("error"), info.constData());
        const QString wav = m_folder.filePath(QStringLiteral("decoded.wav"));
        outputOf(QStringLiteral("opusdec"), {QStringLiteral("--quiet"), QStringLiteral("--float"), file, wav},
            &exitCode);
        QCOMPARE(exitCode, 0);
        const auto decoded = readFile(wav.toStdString()).value();
        const auto pcm =
            static_cast<int64_t>(analysis->capture->duration().ticks()) * analysis->capture->channels();
        QVERIFY(static_cast<int64_t>(decoded.size()) >= pcm * 4 + 44);
        QVERIFY(static_cast<int64_t>(decoded.size()) < pcm * 4 + 200);
    }
    void unimpairedRepairHoldsTheSamePackets()
    {
        const auto capture = sample("speech.opus");
        const auto again = openCapture(exported(analyzed(capture, 0), ExportKind::RepairedOgg)).value();
        QCOMPARE(again->packets().size(), capture->packets().size());
        for (size_t i = 0; i < capture->packets().size(); ++i)
            QCOMPARE(bytesOf(*again, i), bytesOf(*capture, i));
        QVERIFY(again->head() == capture->head());
        QVERIFY(again->tags() == capture->tags());
        QCOMPARE(again->end(), capture->end());
        QVERIFY(again->anomalies().empty());
    }
    void multistreamIsRepairedStreamByStream()
    {
        const auto capture = surroundCapture(60);
        const auto analysis = analyzed(capture, 0.3);
        QVERIFY(analysis->statistics.packetsLost > 5);
        const auto file = exported(analysis, ExportKind::RepairedOgg);
        const auto again = openCapture(file).value();
        QCOMPARE(again->packetsEnd(), capture->packetsEnd());
        QVERIFY(again->anomalies().empty());
        size_t equal = 0;
        for (size_t i = 0, at = 0; i < capture->packets().size(); ++i) {
            while (at < again->packets().size() && again->packets()[at].media < capture->packets()[i].media)
                ++at;
            equal += bytesOf(*again, at) == bytesOf(*capture, i) ? 1 : 0;
        }
        QCOMPARE(equal, 60 - analysis->statistics.packetsLost);
        const auto replayed = analyzed(again, 0);
        QCOMPARE(heard(replayed).size(), size_t{60 * 960 * 6});
    }
    void latePacketsAreKept()
    {
        Scenario scenario;
        scenario.network.jitter.spread = receiverMilliseconds(50);
        scenario.buffer.strategy = Strategy::Fixed;
        scenario.buffer.playoutDelay = receiverMilliseconds(5);
        const auto analysis = analyze(captureOf(encodedTone({}, 300), 1), scenario).value();
        QVERIFY(analysis->statistics.packetsLate > 50);
        const auto again = openCapture(exported(analysis, ExportKind::RepairedOgg)).value();
        QCOMPARE(again->packets().size(), size_t{300});
    }
    void everythingLostIsConcealmentOfTheSameLength()
    {
        const auto analysis = analyzed(captureOf(encodedTone({.channels = 2}, 30), 2, 312, 100), 1);
        const auto again = openCapture(exported(analysis, ExportKind::RepairedOgg)).value();
        QCOMPARE(again->duration(), analysis->capture->duration());
        QCOMPARE(again->packetsEnd(), analysis->capture->packetsEnd());
    }
    // What is left of the gap behind the longest packets is shorter than what the end trimming takes off.
    void lostEndIsTrimmedByLessThanAPacket()
    {
        const Packets packets(11, {31U << 3 | 3U, 5}); // of 100 ms
        const auto analysis = analyzed(captureOf(packets, 1, 312, 2880), 1);
        const auto again = openCapture(exported(analysis, ExportKind::RepairedOgg)).value();
        QCOMPARE(again->duration(), analysis->capture->duration());
        QVERIFY(again->packets().back().media < again->end());
        QVERIFY(again->anomalies().empty());
    }
    void gapAtTheStartIsLikeThePacketBehindIt()
    {
        const auto capture = captureOf(encodedTone({}, 5), 1);
        auto analysis = std::make_shared<Analysis>();
        analysis->capture = capture;
        analysis->arrivals = std::make_shared<const Arrivals>(Arrivals{{{ReceiverTime(0), false, 3}}});
        const auto again = openCapture(exported(analysis, ExportKind::RepairedOgg)).value();
        QCOMPARE(again->packets().size(), size_t{3});
        QCOMPARE(again->packets()[0].duration(), mediaMilliseconds(60));
        QCOMPARE(again->packets()[0].toc >> 3, capture->packets()[3].toc >> 3);
        QCOMPARE(bytesOf(*again, 1), bytesOf(*capture, 3));
        QCOMPARE(again->packetsEnd(), capture->packetsEnd());
    }
    void pauseBetweenStampsIsFilled()
    {
        auto parts = captureParts(encodedTone({}, 10), 1);
        for (size_t i = 5; i < 10; ++i)
            parts.packets[i].media += mediaMilliseconds(333);
        parts.end = parts.packets.back().end();
        const auto analysis = analyzed(std::make_shared<const Capture>(std::move(parts)), 0);
        const auto again = openCapture(exported(analysis, ExportKind::RepairedOgg)).value();
        // 333 ms are not a multiple of 2.5 ms: 332.5 ms are inserted.
        QCOMPARE(again->end(), MediaTime(9600 + 15'960));
    }
    void moreThanADayOfFillingIsRefused()
    {
        auto parts = captureParts(encodedTone({}, 2), 1);
        parts.packets[1].media += mediaMilliseconds(int64_t{25} * 3600 * 1000);
        parts.end = parts.packets.back().end();
        auto analysis = std::make_shared<Analysis>();
        analysis->capture = std::make_shared<const Capture>(std::move(parts));
        const auto result = exportAnalysis(analysis, ExportKind::RepairedOgg, path());
        QCOMPARE(result.error().code, ErrorCode::TooLarge);
        QVERIFY(!std::filesystem::exists(path()));
    }
    void wavIsWhatWasHeard()
    {
        const auto analysis = analyzed(captureOf(encodedTone({.channels = 2}, 150), 2, 312, 55), 0.1, 10);
        const auto bytes = readFile(exported(analysis, ExportKind::Wav)).value();
        QVERIFY(floatsOf(bytes, 58) == heard(analysis));
    }
    void unimpairedWavIsThePlainDecoding()
    {
        const auto capture = sample("speech.opus");
        Scenario scenario;
        scenario.concealment = Concealment::Silence;
        Packets packets;
        for (size_t i = 0; i < capture->packets().size(); ++i)
            packets.push_back(bytesOf(*capture, i));
        const auto plain = decodedByLibopus(packets, 1);
        const std::vector<float> expected(
            plain.begin() + capture->begin().ticks(), plain.begin() + capture->end().ticks());
        for (const Strategy strategy : {Strategy::Realtime, Strategy::Buffer, Strategy::Fixed}) {
            scenario.buffer.strategy = strategy;
            const auto file = readFile(exported(analyze(capture, scenario).value(), ExportKind::Wav)).value();
            QVERIFY(floatsOf(file, 58) == expected);
        }
    }
    void unimpairedWavIsWhatOpusdecDecodes()
    {
        QVERIFY2(!QStandardPaths::findExecutable(QStringLiteral("opusdec")).isEmpty(),
            "opus-tools are not installed");
        const auto bytes = readFile(exported(analyzed(sample("music.opus"), 0), ExportKind::Wav)).value();
        int exitCode = 0;
        const QString raw = m_folder.filePath(QStringLiteral("reference.wav"));
        outputOf(QStringLiteral("opusdec"),
            {QStringLiteral("--quiet"), QStringLiteral("--float"), QStringLiteral("--rate"),
                QStringLiteral("48000"), QString::fromStdString(test::samplePath("music.opus")), raw},
            &exitCode);
        QCOMPARE(exitCode, 0);
        const auto reference = readFile(raw.toStdString()).value();
        const auto ours = floatsOf(bytes, 58);
        QVERIFY(reference.size() > ours.size() * 4);
        QVERIFY(floatsOf(reference, reference.size() - ours.size() * 4) == ours);
    }
    void concealedLastsAsLongAsWhatWasHeard_data()
    {
        QTest::addColumn<int>("channels");
        QTest::newRow("mono") << 1;
        QTest::newRow("stereo") << 2;
    }
    void concealedLastsAsLongAsWhatWasHeard()
    {
        QFETCH(int, channels);
        const auto analysis =
            analyzed(captureOf(encodedTone({.channels = channels}, 200), channels, 312, 77), 0.1);
        const auto again = openCapture(exported(analysis, ExportKind::ConcealedOgg)).value();
        const auto pcm = heard(analysis);
        QCOMPARE(again->duration().ticks() * channels, static_cast<int64_t>(pcm.size()));
        QCOMPARE(again->channels(), channels);
        QVERIFY(again->anomalies().empty());
    }
    void stampedRefusesSeveralStreamsInAPacket()
    {
        const auto result = exportAnalysis(analyzed(surroundCapture(2), 0), ExportKind::Stamped, path());
        QCOMPARE(result.error().code, ErrorCode::Unsupported);
        QVERIFY(!std::filesystem::exists(path()));
    }
    void concealedRefusesSurround()
    {
        auto parts = captureParts(encodedTone({}, 2), 1);
        parts.head.channels = 3;
        parts.head.mappingFamily = 1;
        auto analysis = std::make_shared<Analysis>();
        analysis->capture = std::make_shared<const Capture>(std::move(parts));
        QCOMPARE(
            exportAnalysis(analysis, ExportKind::ConcealedOgg, path()).error().code, ErrorCode::Unsupported);
    }
    void concealedBitrateFollowsTheCapture()
    {
        const auto speech = settingsLike(*sample("speech.opus"));
        QVERIFY(speech.signal == Signal::Voice && speech.bitrateBps > 24'000 && speech.bitrateBps < 48'000);
        const auto music = settingsLike(*sample("music.opus"));
        QVERIFY(music.signal == Signal::Music && music.bitrateBps > 96'000 && music.bitrateBps < 256'000);
    }
    void stampedHoldsTheSameArrivals()
    {
        auto capture = captureOf(encodedTone({}, 200), 1);
        Scenario scenario;
        scenario.network.jitter.spread = receiverMilliseconds(15);
        scenario.network.delay = receiverMilliseconds(80);
        scenario.network.loss.rate = 0.05;
        scenario.network.duplicateRate = 0.1;
        const auto analysis = analyze(capture, scenario).value();
        QVERIFY(analysis->statistics.packetsDuplicate > 5);
        const auto again = openCapture(exported(analysis, ExportKind::Stamped)).value();
        const auto replayed = analyze(again, Scenario{}).value();
        const auto& before = analysis->arrivals->list;
        const auto& after = replayed->arrivals->list;
        QCOMPARE(after.size(), before.size());
        // Only the clock's zero may differ: one-way delay is not in a capture.
        const ReceiverSpan shift = after.front().time - before.front().time;
        for (size_t i = 0; i < before.size(); ++i) {
            QCOMPARE(after[i].time - before[i].time, shift);
            QCOMPARE(after[i].isDuplicate, before[i].isDuplicate);
            QCOMPARE(bytesOf(*again, after[i].packet), bytesOf(*capture, before[i].packet));
        }
    }
    void exportIsReproducible_data() { addKinds(); }
    void exportIsReproducible()
    {
        QFETCH(int, kind);
        const auto analysis = analyzed(captureOf(encodedTone({}, 100), 1), 0.1, 20);
        const auto first = readFile(exported(analysis, static_cast<ExportKind>(kind))).value();
        QCOMPARE(readFile(exported(analysis, static_cast<ExportKind>(kind))).value(), first);
    }
    void cancelledLeavesNothing_data() { addKinds(); }
    void cancelledLeavesNothing()
    {
        QFETCH(int, kind);
        const auto analysis = analyzed(captureOf(encodedTone({}, 100), 1), 0.1);
        std::stop_source source;
        source.request_stop();
        const auto result =
            exportAnalysis(analysis, static_cast<ExportKind>(kind), path(), JobControl(source.get_token()));
        QCOMPARE(result.error().code, ErrorCode::Cancelled);
        QVERIFY(QDir(m_folder.path()).isEmpty(QDir::Files | QDir::Hidden));
    }
    void fullDeviceIsAnError_data() { addKinds(); }
    void fullDeviceIsAnError()
    {
        QFETCH(int, kind);
        QVERIFY(std::filesystem::exists("/dev/full"));
        const auto analysis = analyzed(captureOf(encodedTone({}, 100), 1), 0.1);
        QCOMPARE(exportAnalysis(analysis, static_cast<ExportKind>(kind), "/dev/full").error().code,
            ErrorCode::WriteFailed);
    }
    void missingFolderIsAnError_data() { addKinds(); }
    void missingFolderIsAnError()
    {
        QFETCH(int, kind);
        const auto analysis = analyzed(captureOf(encodedTone({}, 10), 1), 0.1);
        const auto nowhere = path() / "missing" / "out";
        QCOMPARE(exportAnalysis(analysis, static_cast<ExportKind>(kind), nowhere).error().code,
            ErrorCode::WriteFailed);
    }
    void speechSampleCarriesFecInMostVoicedPackets()
    {
        const auto capture = sample("speech.opus");
        QVERIFY(capture->duration() > mediaMilliseconds(55'000));
        size_t voiced = 0;
        size_t withFec = 0;
        for (const PacketRecord& packet : capture->packets()) {
            QVERIFY(Toc(packet.toc).mode() != CodecMode::Celt);
            QCOMPARE(packet.duration(), mediaMilliseconds(20));
            voiced += (packet.flags & HasVoice) != 0 ? 1 : 0;
            withFec += (packet.flags & HasVoice) != 0 && (packet.flags & HasFec) != 0 ? 1 : 0;
        }
        QVERIFY(voiced > 2000);
        QVERIFY(withFec * 10 > voiced * 9);
    }
    void musicSampleIsStereoCelt()
    {
        const auto capture = sample("music.opus");
        QCOMPARE(capture->channels(), 2);
        for (const PacketRecord& packet : capture->packets())
            QVERIFY(Toc(packet.toc).mode() == CodecMode::Celt);
    }

private:
    static void addKinds()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("repaired Ogg") << static_cast<int>(ExportKind::RepairedOgg);
        QTest::newRow("concealed Ogg") << static_cast<int>(ExportKind::ConcealedOgg);
        QTest::newRow("WAV") << static_cast<int>(ExportKind::Wav);
        QTest::newRow("stamped") << static_cast<int>(ExportKind::Stamped);
    }
    std::filesystem::path path() const { return m_folder.filePath(QStringLiteral("out")).toStdString(); }
    std::filesystem::path exported(const AnalysisPointer& analysis, ExportKind kind) const
    {
        const auto result = exportAnalysis(analysis, kind, path());
        if (!result)
            qFatal("export failed: %s", result.error().detail.c_str());
        return path();
    }
    // Kept packets bit for bit at their media time, all else empty frames, total length the same.
    static void checkRepaired(const AnalysisPointer& analysis, const std::filesystem::path& file)
    {
        const Capture& capture = *analysis->capture;
        const auto again = openCapture(file).value();
        QVERIFY(again->anomalies().empty());
        QCOMPARE(again->end(), capture.end());
        QCOMPARE(again->packetsEnd(), capture.packetsEnd());
        QVERIFY(again->head() == capture.head());
        const auto kept = keptPackets(*analysis);
        size_t at = 0;
        for (size_t i = 0; i < capture.packets().size(); ++i) {
            if (!kept[i])
                continue;
            for (; again->packets()[at].media < capture.packets()[i].media; ++at)
                QVERIFY((again->packets()[at].flags & IsDtx) != 0);
            QCOMPARE(again->packets()[at].media, capture.packets()[i].media);
            QCOMPARE(bytesOf(*again, at), bytesOf(capture, i));
            ++at;
        }
        for (; at < again->packets().size(); ++at)
            QVERIFY((again->packets()[at].flags & IsDtx) != 0);
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
