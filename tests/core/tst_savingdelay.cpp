#include "core/analysis/gaps.h"

#include "tests/support/plaincapture.h"

#include <QtTest>
#include <algorithm>
#include <memory>
#include <vector>

using namespace core;

namespace {

constexpr ReceiverSpan frame = receiverMilliseconds(20);

// What happened to one packet of 20 ms: its fate and by how much it missed its due time.
struct Happening {
    Fate fate = Fate::Played;
    int64_t lateMs = 0;
};

Capture captureOf(size_t count)
{
    Capture::Parts parts;
    for (size_t i = 0; i < count; ++i) {
        PacketRecord record;
        record.media = MediaTime(static_cast<int64_t>(i) * 960);
        record.durationSamples = 960;
        parts.packets.push_back(record);
    }
    parts.end = MediaTime(static_cast<int64_t>(count) * 960);
    return Capture(std::move(parts));
}

Cause causeOf(Fate fate)
{
    switch (fate) {
    case Fate::Late:
        return Cause::Late;
    case Fate::Overflow:
        return Cause::Overflow;
    case Fate::Corrupt:
        return Cause::Corrupt;
    case Fate::Played:
    case Fate::Lost:
        break;
    }
    return Cause::Lost;
}

// One event and one outcome a packet, due 100 ms after it was sent.
Timeline timelineFrom(const std::vector<Happening>& happenings)
{
    Timeline timeline;
    for (size_t i = 0; i < happenings.size(); ++i) {
        const Happening& happening = happenings[i];
        const ReceiverTime due = ReceiverTime(100000) + frame * static_cast<int64_t>(i);
        TimelineEvent event{due, frame, MediaTime(static_cast<int64_t>(i) * 960)};
        PacketOutcome outcome;
        outcome.due = due;
        outcome.fate = happening.fate;
        if (happening.fate != Fate::Lost)
            outcome.arrival = due + receiverMilliseconds(happening.lateMs);
        if (happening.fate != Fate::Played) {
            event.kind = EventKind::Loss;
            event.cause = causeOf(happening.fate);
            event.repair = Repair::Plc;
        }
        timeline.events.push_back(event);
        timeline.outcomes.push_back(outcome);
    }
    return timeline;
}

std::vector<Gap> gapsOf(const std::vector<Happening>& happenings)
{
    return findGaps(captureOf(happenings.size()), timelineFrom(happenings));
}

} // namespace

class SavingDelayTest : public QObject {
    Q_OBJECT

private slots:
    void isByHowMuchTheLatestPacketWasLate();
    void isUnknownWhenAPacketCouldNotBeSaved_data();
    void isUnknownWhenAPacketCouldNotBeSaved();
    void isUnknownWithoutDueTime();
    void isUnknownForAGapWithoutPackets();
    void isEachGapsOwn();
    void savesTheGapAndNoSmallerOneDoes();
};

void SavingDelayTest::isByHowMuchTheLatestPacketWasLate()
{
    const auto gaps = gapsOf({{}, {Fate::Late, 12}, {Fate::Late, 35}, {Fate::Late, 3}, {}});
    QCOMPARE(gaps.size(), size_t(1));
    QVERIFY(gaps[0].savingDelay == receiverMilliseconds(35));
}

void SavingDelayTest::isUnknownWhenAPacketCouldNotBeSaved_data()
{
    QTest::addColumn<int>("fate");
    QTest::newRow("lost") << int(Fate::Lost);
    QTest::newRow("overflow") << int(Fate::Overflow);
    QTest::newRow("corrupt") << int(Fate::Corrupt);
}

void SavingDelayTest::isUnknownWhenAPacketCouldNotBeSaved()
{
    QFETCH(int, fate);
    const auto gaps = gapsOf({{}, {Fate::Late, 12}, {static_cast<Fate>(fate), 0}, {Fate::Late, 30}, {}});
    QCOMPARE(gaps.size(), size_t(1));
    QVERIFY(!gaps[0].savingDelay);
}

void SavingDelayTest::isUnknownWithoutDueTime()
{
    Timeline timeline = timelineFrom({{}, {Fate::Late, 12}, {}});
    timeline.outcomes[1].due = never;
    QVERIFY(!findGaps(captureOf(3), timeline).front().savingDelay);
}

void SavingDelayTest::isUnknownForAGapWithoutPackets()
{
    Timeline timeline = timelineFrom({{}, {}});
    TimelineEvent starvation = timeline.events[1];
    starvation.kind = EventKind::Loss;
    starvation.cause = Cause::Starved;
    timeline.events = {timeline.events[0], starvation};
    const auto gaps = findGaps(captureOf(2), timeline);
    QCOMPARE(gaps.size(), size_t(1));
    QCOMPARE(gaps[0].firstPacket, noPacket);
    QVERIFY(!gaps[0].savingDelay);
}

void SavingDelayTest::isEachGapsOwn()
{
    const auto gaps = gapsOf({{Fate::Late, 40}, {}, {Fate::Lost, 0}, {}, {Fate::Late, 7}, {}});
    QCOMPARE(gaps.size(), size_t(3));
    QVERIFY(gaps[0].savingDelay == receiverMilliseconds(40));
    QVERIFY(!gaps[1].savingDelay);
    QVERIFY(gaps[2].savingDelay == receiverMilliseconds(7));
}

// With that much more delay every packet of the gap is played, with a microsecond less one is still late.
void SavingDelayTest::savesTheGapAndNoSmallerOneDoes()
{
    const auto capture = plainCapture(2000, mediaMilliseconds(20));
    const Scenario scenario = roughScenario(Strategy::Fixed, 5);
    const auto analysis = *analyze(capture, scenario);
    const auto isSaved = [&](const Gap& gap, ReceiverSpan extra) {
        Scenario longer = scenario;
        longer.buffer.playoutDelay += extra;
        const auto replayed = *analyze(capture, longer);
        const auto& outcomes = replayed->timeline.outcomes;
        return std::all_of(outcomes.begin() + gap.firstPacket, outcomes.begin() + gap.lastPacket + 1,
            [](const PacketOutcome& outcome) { return outcome.fate == Fate::Played; });
    };
    int saved = 0;
    for (const Gap& gap : analysis->gaps) {
        if (!gap.savingDelay)
            continue;
        QVERIFY(isSaved(gap, *gap.savingDelay));
        QVERIFY(!isSaved(gap, *gap.savingDelay - ReceiverSpan(1)));
        ++saved;
    }
    QVERIFY(saved > 20);
    QVERIFY(static_cast<size_t>(saved) < analysis->gaps.size()); // losses can't be saved
}

QTEST_APPLESS_MAIN(SavingDelayTest)
#include "tst_savingdelay.moc"
