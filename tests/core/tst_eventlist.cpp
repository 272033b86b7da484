#include "core/playout/eventlist.h"

#include <QTest>
#include <algorithm>
#include <random>
#include <vector>

using namespace core;

namespace {

TimelineEvent packetAt(int64_t startMs, uint32_t packet, int64_t durationMs = 20)
{
    return {.start = ReceiverTime() + receiverMilliseconds(startMs),
        .duration = receiverMilliseconds(durationMs),
        .media = MediaTime() + mediaMilliseconds(20 * int64_t(packet)),
        .packet = packet};
}

TimelineEvent other(EventKind kind, int64_t startMs, int64_t durationMs)
{
    return {.start = ReceiverTime() + receiverMilliseconds(startMs),
        .duration = receiverMilliseconds(durationMs),
        .media = MediaTime(7),
        .kind = kind};
}

// Runs of packets with everything between them that can be.
std::vector<TimelineEvent> anyEvents(uint32_t seed)
{
    std::mt19937 random(seed);
    std::vector<TimelineEvent> events;
    int64_t time = 60;
    uint32_t packet = 0;
    while (events.size() < 500) {
        const uint32_t kind = random() % 20;
        const int64_t duration = kind == 1 ? 0 : kind == 2 ? 40 : 20;
        if (kind < 3) {
            events.push_back(other(static_cast<EventKind>(1 + kind), time, kind == 2 ? 0 : duration));
        } else {
            packet += kind == 3 ? 2 : 1;
            events.push_back(packetAt(time, packet, kind == 4 ? 10 : 20));
        }
        time = (events.back().end().ticks()) / 1000;
    }
    return events;
}

EventList listOf(const std::vector<TimelineEvent>& events)
{
    EventList list;
    for (const TimelineEvent& event : events)
        list.push_back(event);
    return list;
}

} // namespace

class TestEventList : public QObject {
    Q_OBJECT
private slots:
    void packetsInARowAreOneRun()
    {
        const EventList list{packetAt(60, 0), packetAt(80, 1), packetAt(100, 2)};
        QCOMPARE(list.runs().size(), size_t(1));
        QCOMPARE(list.size(), size_t(3));
        QCOMPARE(list.runs().front().end().milliseconds(), 120.0);
    }

    void aRunEndsWhereAnythingIsUneven_data()
    {
        QTest::addColumn<qint64>("startMs");
        QTest::addColumn<quint32>("packet");
        QTest::addColumn<qint64>("durationMs");
        QTest::newRow("a hole") << qint64(81) << 1U << qint64(20);
        QTest::newRow("a packet left out") << qint64(80) << 2U << qint64(20);
        QTest::newRow("another duration") << qint64(80) << 1U << qint64(10);
    }
    void aRunEndsWhereAnythingIsUneven()
    {
        QFETCH(qint64, startMs);
        QFETCH(quint32, packet);
        QFETCH(qint64, durationMs);
        const EventList list{packetAt(60, 0), packetAt(startMs, packet, durationMs)};
        QCOMPARE(list.runs().size(), size_t(2));
        QVERIFY(list.back() == packetAt(startMs, packet, durationMs));
    }

    void lossesAreNeverJoined()
    {
        const EventList list{other(EventKind::Loss, 0, 20), other(EventKind::Loss, 20, 20)};
        QCOMPARE(list.runs().size(), size_t(2));
    }

    void givesBackWhatWasPutIn()
    {
        for (uint32_t seed = 0; seed < 20; ++seed) {
            const std::vector<TimelineEvent> events = anyEvents(seed);
            const EventList list = listOf(events);
            QVERIFY(std::ranges::equal(list, events));
            QVERIFY(std::equal(std::make_reverse_iterator(list.end()),
                std::make_reverse_iterator(list.begin()), events.rbegin()));
            for (size_t i = 0; i < events.size(); ++i)
                QVERIFY(list[i] == events[i]);
            QVERIFY(list.front() == events.front() && list.back() == events.back());
        }
    }

    void iteratorsJumpAnywhere()
    {
        const std::vector<TimelineEvent> events = anyEvents(1);
        const EventList list = listOf(events);
        for (const int64_t jump : {1, 7, 100, 499}) {
            QVERIFY(*(list.begin() + jump) == events[static_cast<size_t>(jump)]);
            QVERIFY(*(list.end() - jump) == events[events.size() - static_cast<size_t>(jump)]);
            QCOMPARE((list.begin() + jump) - list.begin(), std::ptrdiff_t(jump));
        }
    }

    void findsTheLastEventThatHasStarted()
    {
        const std::vector<TimelineEvent> events = anyEvents(3);
        const EventList list = listOf(events);
        for (int64_t ms = 0; ms < events.back().end().ticks() / 1000 + 50; ms += 5) {
            const ReceiverTime time = ReceiverTime() + receiverMilliseconds(ms);
            const auto behind = std::ranges::upper_bound(events, time, {}, &TimelineEvent::start);
            const auto expected = behind == events.begin() ? 0 : behind - events.begin() - 1;
            QCOMPARE(list.at(time).index(), static_cast<size_t>(expected));
        }
    }

    void anEmptyListHoldsNothing()
    {
        EventList list{packetAt(0, 0)};
        list.clear();
        QVERIFY(list.empty());
        QCOMPARE(list.size(), size_t(0));
        QVERIFY(list.begin() == list.end());
        QVERIFY(list.at(ReceiverTime(5)) == list.end());
    }

    void isUsedAgainAfterClear()
    {
        EventList list{packetAt(0, 0)};
        list.clear();
        list.push_back(packetAt(20, 1)); // what would have come next
        QCOMPARE(list.size(), size_t(1));
        QVERIFY(list.front() == packetAt(20, 1));
    }
};

QTEST_APPLESS_MAIN(TestEventList)
#include "tst_eventlist.moc"
