#include "core/capture/open.h"
#include "core/render/renderer.h"
#include "core/repair/repairedogg.h"
#include "tests/support/packets.h"
#include "tests/support/stampedfiles.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <vector>

using namespace core;

namespace {

using AnalysisPointer = std::shared_ptr<const Analysis>;

std::shared_ptr<const Capture> stampedCapture(const EncodedParts& sound)
{
    std::vector<StampedRecord> records;
    int64_t ticks = 0;
    for (const auto& packet : encodedPackets(sound)) {
        records.push_back({.stampMs = 1'700'000'000'000 + (ticks + 24) / 48, .packet = packet});
        ticks += sound.frameSamples;
    }
    return parseCapture(stampedFile(records), "crafted").value();
}

AnalysisPointer analyzed(const std::shared_ptr<const Capture>& capture, double lossRate)
{
    Scenario scenario;
    scenario.network.loss.rate = lossRate;
    return analyze(capture, scenario).value();
}

std::vector<float> heard(const AnalysisPointer& analysis)
{
    auto renderer = Renderer::open(analysis->capture, timelineOf(analysis)).value();
    std::vector<float> pcm(static_cast<size_t>(renderer.frameCount() * renderer.channels()));
    if (!renderer.render(0, pcm))
        qFatal("render failed");
    return pcm;
}

} // namespace

// What a repaired file of a stamped capture holds, which knows neither pre-skip nor the end of the audio. Ogg
// captures: see tst_export.
class TestRepairedOgg : public QObject {
    Q_OBJECT
private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void stampedCaptureGetsOneEmptyFrameToSkip_data() { addSounds(); }
    void stampedCaptureGetsOneEmptyFrameToSkip()
    {
        const auto capture = stampedCapture(sound());
        const auto again = repaired(analyzed(capture, 0));
        const MediaSpan lead = Toc(capture->packets()[0].toc).frameDuration();
        QCOMPARE(MediaSpan(again->head().preSkip), lead);
        QCOMPARE(again->packets().size(), capture->packets().size() + 1);
        QCOMPARE(again->packets()[0].duration(), lead);
        QCOMPARE(again->packets()[0].toc >> 2, capture->packets()[0].toc >> 2);
        QVERIFY((again->packets()[0].flags & IsDtx) != 0);
        for (size_t i = 0; i < capture->packets().size(); ++i)
            QVERIFY(std::ranges::equal(again->payload(i + 1), capture->payload(i)));
    }
    void stampedCaptureKeepsItsLengthAndItsSound_data()
    {
        // Not of 2.5 ms: rounded stamps make the realtime buffer stand still for parts of a millisecond.
        addColumns();
        addWholeMilliseconds();
    }
    void stampedCaptureKeepsItsLengthAndItsSound()
    {
        const auto capture = stampedCapture(sound());
        const auto again = repaired(analyzed(capture, 0));
        QCOMPARE(again->duration(), capture->packets().front().duration() * soundCount);
        QVERIFY(heard(analyzed(again, 0)) == heard(analyzed(capture, 0)));
    }
    void repairOfAStampedCaptureHasNoFlawForOpusinfo_data() { addSounds(); }
    void repairOfAStampedCaptureHasNoFlawForOpusinfo()
    {
        const auto capture = stampedCapture(sound());
        for (const double lossRate : {0.1, 1.0}) {
            const auto again = repaired(analyzed(capture, lossRate));
            QVERIFY(again->anomalies().empty());
            QProcess opusinfo;
            opusinfo.setProcessChannelMode(QProcess::MergedChannels);
            opusinfo.start(QStringLiteral("opusinfo"), {QString::fromStdString(path().string())});
            QVERIFY(opusinfo.waitForFinished(60'000));
            const QByteArray said = opusinfo.readAll().toLower();
            QVERIFY2(said.contains("playback length") && !said.contains("warning") && !said.contains("error"),
                said);
        }
    }

private:
    static constexpr int soundCount = 40;

    static void addColumns()
    {
        QTest::addColumn<int>("frameSamples");
        QTest::addColumn<int>("channels");
    }
    static void addWholeMilliseconds()
    {
        QTest::newRow("20 ms") << 960 << 1;
        QTest::newRow("60 ms, stereo") << 2880 << 2;
    }
    static void addSounds()
    {
        addColumns();
        addWholeMilliseconds();
        QTest::newRow("2.5 ms with stamps in whole milliseconds") << 120 << 2;
    }
    static EncodedParts sound()
    {
        QFETCH(int, frameSamples);
        QFETCH(int, channels);
        return {.channels = channels, .frameSamples = frameSamples, .count = soundCount};
    }
    std::filesystem::path path() const { return m_folder.filePath(QStringLiteral("out.opus")).toStdString(); }
    std::shared_ptr<const Capture> repaired(const AnalysisPointer& analysis) const
    {
        if (!writeRepairedOgg(*analysis, path(), {}))
            qFatal("the repair failed");
        return openCapture(path()).value();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestRepairedOgg)
#include "tst_repairedogg.moc"
