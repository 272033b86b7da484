#include "core/capture/stamped.h"
#include "core/capture/stampedform.h"
#include "tests/support/packets.h"
#include "tests/support/stampedfiles.h"

#include <QTest>
#include <limits>
#include <random>

using namespace core;

namespace {

using Reader = Result<Capture::Parts> (*)(Bytes, const JobControl&);
using Writer = std::vector<uint8_t> (*)(std::span<const StampedRecord>);

struct Form {
    const char* name;
    Reader read;
    Writer write;
};

constexpr Form forms[]{{"stamped", readStamped, stampedFile},
    {"headerless", readStampedHeaderless, headerlessFile}, {"text", readStampedText, textFile}};

std::vector<uint8_t> text(const char* content) { return {content, content + strlen(content)}; }

int countOf(const Capture::Parts& parts, AnomalyKind kind)
{
    int count = 0;
    for (const Anomaly& anomaly : parts.anomalies)
        count += anomaly.kind == kind;
    return count;
}

std::vector<uint8_t> payloadOf(const Capture::Parts& parts, size_t index)
{
    const Capture capture(parts);
    const Bytes bytes = capture.payload(index);
    return {bytes.begin(), bytes.end()};
}

// What must hold for every capture, however damaged its file was.
void verifySound(const Capture::Parts& parts)
{
    QVERIFY(!parts.packets.empty());
    QCOMPARE(parts.packets.front().media, MediaTime(0));
    QVERIFY(parts.baseDelays.empty() || parts.baseDelays.size() == parts.packets.size());
    for (size_t i = 0; i < parts.packets.size(); ++i) {
        const PacketRecord& packet = parts.packets[i];
        QVERIFY(i == 0 || parts.packets[i - 1].media < packet.media);
        QVERIFY(packet.payloadOffset + packet.bytes <= parts.payload.size());
        QVERIFY(packet.durationSamples <= 5760);
        QVERIFY(packet.media.ticks() <= int64_t(14) * 86400 * 48000);
    }
    for (const ReceiverSpan delay : parts.baseDelays)
        QVERIFY(delay >= ReceiverSpan(0) && delay <= ReceiverSpan(int64_t(7200) * 1000000));
    for (const CapturedCopy& copy : parts.copies)
        QVERIFY(copy.packet < parts.packets.size());
}

} // namespace

class TestStampedReader : public QObject {
    Q_OBJECT
private slots:
    void everyFormAndVersionReadsWhatWasWritten_data()
    {
        QTest::addColumn<int>("form");
        QTest::addColumn<bool>("isVersionOne");
        for (int form = 0; form < 3; ++form) {
            QTest::addRow("%s v0", forms[form].name) << form << false;
            QTest::addRow("%s v1", forms[form].name) << form << true;
        }
    }
    void everyFormAndVersionReadsWhatWasWritten()
    {
        QFETCH(int, form);
        QFETCH(bool, isVersionOne);
        const auto records = recordSeries({.version = isVersionOne ? StampVersion::V1 : StampVersion::V0});
        const Capture::Parts parts = forms[form].read(forms[form].write(records), {}).value();
        QCOMPARE(parts.packets.size(), records.size());
        QCOMPARE(parts.firstStampMs, records.front().stampMs);
        QVERIFY(parts.anomalies.empty());
        QVERIFY(parts.baseDelays.empty());
        QVERIFY(!parts.firstArrivalUs.has_value());
        QCOMPARE(parts.end, MediaTime(10 * 960));
        for (size_t i = 0; i < records.size(); ++i) {
            QCOMPARE(parts.packets[i].media, MediaTime(int64_t(i) * 960));
            QCOMPARE(parts.packets[i].durationSamples, uint16_t(960));
            QCOMPARE(payloadOf(parts, i), records[i].packet);
        }
    }

    void fastestPacketHasNoDelay()
    {
        auto records = recordSeries({.count = 4, .firstDelayUs = 50000});
        *records[1].arrivalUs -= 12345; // the fastest
        *records[3].arrivalUs += 1;
        const Capture::Parts parts = readStamped(stampedFile(records), {}).value();
        const std::vector<ReceiverSpan> expected{
            ReceiverSpan(12345), ReceiverSpan(0), ReceiverSpan(12345), ReceiverSpan(12346)};
        QVERIFY(parts.baseDelays == expected);
        // Receiver time 0 is when the first packet would have arrived without delay.
        QCOMPARE(*parts.firstArrivalUs, records[0].stampMs * 1000 + 50000 - 12345);
    }

    void unknownArrivalTakesTheDelayOfThePacketBefore()
    {
        auto records = recordSeries({.count = 4, .firstDelayUs = 1000, .delayStepUs = 500});
        records[0].arrivalUs.reset();
        records[2].arrivalUs.reset();
        const Capture::Parts parts = readStamped(stampedFile(records), {}).value();
        const std::vector<ReceiverSpan> expected{
            ReceiverSpan(0), ReceiverSpan(0), ReceiverSpan(0), ReceiverSpan(1000)};
        QVERIFY(parts.baseDelays == expected);
    }

    void packetsAreSortedByStamp()
    {
        auto records = recordSeries({.count = 5});
        std::swap(records[0], records[3]);
        const Capture::Parts parts = readStamped(stampedFile(records), {}).value();
        verifySound(parts);
        QCOMPARE(payloadOf(parts, 0), records[3].packet);
        QCOMPARE(payloadOf(parts, 3), records[0].packet);
    }

    void sameStampAgainIsACopyOfTheFirst()
    {
        auto records = recordSeries({.count = 3, .firstDelayUs = 0});
        records.push_back(records[1]);
        *records[3].arrivalUs += 7000;
        const Capture::Parts parts = readStamped(stampedFile(records), {}).value();
        QCOMPARE(parts.packets.size(), size_t(3));
        QCOMPARE(parts.copies.size(), size_t(1));
        QCOMPARE(parts.copies[0].packet, 1U);
        QCOMPARE(parts.copies[0].baseDelay->ticks(), 7000);
        QVERIFY(parts.anomalies.empty());
    }

    void copyWithOtherContentIsAnAnomaly()
    {
        auto records = recordSeries({.count = 3});
        records.push_back(records[1]);
        records[3].packet = plainPacket(9, 5, 0x77);
        const Capture::Parts parts = readStamped(stampedFile(records), {}).value();
        QCOMPARE(parts.copies.size(), size_t(1));
        QCOMPARE(countOf(parts, AnomalyKind::DuplicateStamp), 1);
        QCOMPARE(*parts.anomalies[0].media, MediaTime(960));
        QCOMPARE(payloadOf(parts, 1), records[1].packet);
    }

    void stampFarFromTheMedianIsLeftOut()
    {
        auto records = recordSeries({.count = 9});
        records[0].stampMs = 0;
        records[4].stampMs = std::numeric_limits<int64_t>::max();
        records[5].stampMs = std::numeric_limits<int64_t>::min();
        records[6].stampMs += int64_t(7) * 24 * 3600 * 1000 + 1000;
        const Capture::Parts parts = readStamped(stampedFile(records), {}).value();
        verifySound(parts);
        QCOMPARE(parts.packets.size(), size_t(5));
        QCOMPARE(countOf(parts, AnomalyKind::ImplausibleStamp), 4);
        QCOMPARE(parts.anomalies[0].byteOffset, uint64_t(8));
        QCOMPARE(parts.anomalies[0].amount, 0);
    }

    void arrivalFarFromAllOthersIsUnknown()
    {
        auto records = recordSeries({.count = 7, .firstDelayUs = 1000});
        records[1].arrivalUs = std::numeric_limits<int64_t>::max();
        records[2].arrivalUs = std::numeric_limits<int64_t>::min() + 1;
        *records[3].arrivalUs += int64_t(2) * 3600 * 1000000;
        const Capture::Parts parts = readStamped(stampedFile(records), {}).value();
        verifySound(parts);
        QCOMPARE(countOf(parts, AnomalyKind::ImplausibleArrival), 3);
        QCOMPARE(countOf(parts, AnomalyKind::ImplausibleStamp), 0);
        QCOMPARE(parts.packets.size(), size_t(7));
        QVERIFY(
            std::ranges::all_of(parts.anomalies, [](const Anomaly& each) { return each.media.has_value(); }));
        for (const ReceiverSpan delay : parts.baseDelays)
            QCOMPARE(delay.ticks(), 0);
    }

    void frameThatIsNoOpusPacketStaysAsCorruptRecord()
    {
        auto records = recordSeries({.count = 3});
        records[1].packet = {0x49}; // code 1 with an even rest is fine, with an odd one breaks R3
        records[1].packet.push_back(1);
        const Capture::Parts parts = readStamped(stampedFile(records), {}).value();
        QCOMPARE(parts.packets.size(), size_t(3));
        QCOMPARE(int(parts.packets[1].flags), int(IsCorrupt));
        QCOMPARE(parts.packets[1].durationSamples, uint16_t(0));
        QCOMPARE(parts.packets[1].media, MediaTime(960));
        QCOMPARE(countOf(parts, AnomalyKind::InvalidPacket), 1);
        QCOMPARE(*parts.anomalies[0].media, MediaTime(960));
    }

    void durationsFrom2500MicrosecondsTo120MillisecondsAreKept()
    {
        std::vector<StampedRecord> records{{1000, plainPacket(16, 4), {}, StampVersion::V0}, // CELT 2.5 ms
            {1003, plainPacket(11, 4), {}, StampVersion::V0}, // SILK 60 ms
            {1063, makePacket({.configuration = 11, .frameCode = 1, .frames = {{1}, {2}}}), {},
                StampVersion::V0}};
        const Capture::Parts parts = readStamped(stampedFile(records), {}).value();
        QCOMPARE(parts.packets[0].durationSamples, uint16_t(120));
        QCOMPARE(parts.packets[1].durationSamples, uint16_t(2880));
        QCOMPARE(parts.packets[2].durationSamples, uint16_t(5760));
        QCOMPARE(parts.end, MediaTime(63 * 48 + 5760));
    }

    void oneStereoPacketMakesTheCaptureStereo()
    {
        auto records = recordSeries({.count = 3});
        QCOMPARE(int(readStamped(stampedFile(records), {}).value().head.channels), 1);
        records[2].packet = makePacket({.channels = PacketChannels::Stereo});
        QCOMPARE(int(readStamped(stampedFile(records), {}).value().head.channels), 2);
    }

    void damagedLengthIsPassedOverUpToTheNextSoundRecord()
    {
        const auto records = recordSeries({.count = 6});
        std::vector<uint8_t> file = stampedFile(records);
        const size_t recordBytes = (file.size() - 8) / 6;
        const size_t second = 8 + recordBytes;
        file[second + 8] = 0x7f; // most significant byte of the length
        const Capture::Parts parts = readStamped(file, {}).value();
        QCOMPARE(parts.packets.size(), size_t(5));
        QCOMPARE(parts.anomalies.size(), size_t(1));
        QVERIFY(parts.anomalies[0].kind == AnomalyKind::OversizedRecord);
        QCOMPARE(parts.anomalies[0].byteOffset, uint64_t(second));
    }

    void shortFrameIsAnAnomaly()
    {
        std::vector<uint8_t> file = headerlessFile(recordSeries({.count = 2}));
        const std::vector<uint8_t> tooShort{0, 0, 0, 3, 1, 2, 3};
        const size_t offset = file.size();
        file.insert(file.end(), tooShort.begin(), tooShort.end());
        const Capture::Parts parts = readStampedHeaderless(file, {}).value();
        QCOMPARE(parts.packets.size(), size_t(2));
        const Anomaly expected{AnomalyKind::ShortFrame, offset, std::nullopt, 3};
        QVERIFY(parts.anomalies == std::vector<Anomaly>{expected});
    }

    void textTakesCommentsArrivalsAndEitherLineEnd()
    {
        const Capture::Parts parts = readStampedText(text("\xef\xbb\xbf# a comment\r\n"
                                                          "\r\n"
                                                          "  100.250\t00000000000003E8480102 # behind it\r\n"
                                                          "140 00000000000003fc480103"),
            {})
                                         .value();
        QCOMPARE(parts.packets.size(), size_t(2));
        QCOMPARE(parts.firstStampMs, 1000);
        QCOMPARE(parts.packets[1].media, MediaTime(960));
        QCOMPARE(parts.baseDelays[0].ticks(), 0);
        QCOMPARE(parts.baseDelays[1].ticks(), 19750);
        QVERIFY(parts.anomalies.empty());
    }

    void badLineIsAnAnomalyWithItsNumber_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no hexadecimal") << QByteArray("00000000000003fc48010g");
        QTest::newRow("odd number of digits") << QByteArray("00000000000003fc48010");
        QTest::newRow("arrival is no number") << QByteArray("1x 00000000000003fc480102");
        QTest::newRow("arrival with four decimals") << QByteArray("1.2345 00000000000003fc480102");
        QTest::newRow("three columns") << QByteArray("1 00000000000003fc480102 7");
        QTest::newRow("arrival alone") << QByteArray("12x ");
    }
    void badLineIsAnAnomalyWithItsNumber()
    {
        QFETCH(QByteArray, line);
        const QByteArray file = "00000000000003e8480102\n" + line + "\n00000000000003fc480102\n";
        const Capture::Parts parts = readStampedText(text(file.constData()), {}).value();
        const Anomaly expected{AnomalyKind::BadText, 23, std::nullopt, 2};
        QCOMPARE(parts.packets.size(), size_t(2));
        QVERIFY(parts.anomalies == std::vector<Anomaly>{expected});
    }

    void fileWithoutOneValidPacketIsAnError()
    {
        QCOMPARE(readStamped(text("OPUSRT"), {}).error().code, ErrorCode::NothingReadable);
        QCOMPARE(readStampedText(text("hello\nworld\n"), {}).error().code, ErrorCode::NothingReadable);
        QCOMPARE(readStampedHeaderless(text("abc"), {}).error().code, ErrorCode::NothingReadable);
    }

    void cancelledReadingIsAnError()
    {
        std::stop_source source;
        source.request_stop();
        const JobControl job(source.get_token());
        const auto records = recordSeries({});
        QCOMPARE(readStamped(stampedFile(records), job).error().code, ErrorCode::Cancelled);
    }

    void truncationAnywhereKeepsTheWholeRecords_data() { everyForm(); }
    void truncationAnywhereKeepsTheWholeRecords()
    {
        QFETCH(int, form);
        const auto records = recordSeries({.count = 5, .bytes = 20});
        const std::vector<uint8_t> file = forms[form].write(records);
        size_t packetsBefore = 0;
        for (size_t size = 0; size <= file.size(); ++size) {
            const auto parts = forms[form].read(Bytes(file).first(size), {});
            const size_t packets = parts ? parts->packets.size() : 0;
            if (parts)
                verifySound(*parts);
            // Only the record that is cut can come and go.
            QVERIFY(packets + 1 >= packetsBefore && packets <= records.size());
            packetsBefore = std::max(packets, packetsBefore);
        }
        QCOMPARE(packetsBefore, records.size());
    }

    void flippedBitsNeverDoMoreHarmThanToTheirNeighbours_data() { everyForm(); }
    void flippedBitsNeverDoMoreHarmThanToTheirNeighbours()
    {
        QFETCH(int, form);
        const auto records =
            recordSeries({.count = 12, .bytes = 12, .firstDelayUs = 5000, .delayStepUs = 100});
        const std::vector<uint8_t> file = forms[form].write(records);
        const size_t start = form == 0 ? stampedMagic.size() : 0;
        for (size_t bit = start * 8; bit < file.size() * 8; ++bit) {
            std::vector<uint8_t> damaged = file;
            damaged[bit / 8] ^= static_cast<uint8_t>(1U << (bit % 8));
            const auto parts = forms[form].read(damaged, {});
            QVERIFY(parts.has_value());
            verifySound(*parts);
            QVERIFY(parts->packets.size() + parts->copies.size() >= records.size() - 3);
        }
    }

    void randomBytesNeverHarm_data() { everyForm(); }
    void randomBytesNeverHarm()
    {
        QFETCH(int, form);
        std::mt19937 random(20261122);
        for (int round = 0; round < 300; ++round) {
            std::vector<uint8_t> file(random() % 3000);
            for (uint8_t& byte : file)
                byte = static_cast<uint8_t>(random() % (round % 3 == 0 ? 256 : 12));
            if (const auto parts = forms[form].read(file, {}))
                verifySound(*parts);
        }
    }

    void randomBytesAreNoHeaderlessCapture()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 500; ++round) {
            std::vector<uint8_t> file(random() % 3000);
            for (uint8_t& byte : file)
                byte = static_cast<uint8_t>(random());
            QVERIFY(!looksHeaderless(file));
            QVERIFY(!looksLikeStampedText(file));
        }
        QVERIFY(!looksHeaderless(std::vector<uint8_t>(5000, 0)));
        QVERIFY(!looksHeaderless(std::vector<uint8_t>(5000, 0xff)));
    }

    void headerlessCaptureIsRecognisedDespiteDamage()
    {
        std::vector<uint8_t> file = headerlessFile(recordSeries({.count = 10, .bytes = 30}));
        QVERIFY(looksHeaderless(file));
        QVERIFY(looksHeaderless(Bytes(file).first(file.size() - 7)));
        file[2] = 0x40; // length of the first record
        QVERIFY(looksHeaderless(file));
    }

private:
    static void everyForm()
    {
        QTest::addColumn<int>("form");
        for (int form = 0; form < 3; ++form)
            QTest::newRow(forms[form].name) << form;
    }
};

QTEST_APPLESS_MAIN(TestStampedReader)
#include "tst_stampedreader.moc"
