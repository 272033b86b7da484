#include "core/base/random.h"
#include "core/network/simulator.h"
#include "core/playout/timeline.h"
#include "tests/support/streams.h"

#include <QTest>
#include <algorithm>
#include <array>
#include <random>

using namespace core;

namespace {

// Draws whatever a test wants to vary.
class Dice {
public:
    explicit Dice(uint64_t seed)
        : m_random(seed, DrawStream::Delay)
    {
    }
    int64_t below(int64_t count) { return static_cast<int64_t>(m_random.bits(m_index++) % uint64_t(count)); }
    double unit() { return m_random.unit(m_index++); }

private:
    CounterRandom m_random;
    uint64_t m_index = 0;
};

Capture randomStream(Dice& dice)
{
    constexpr std::array<double, 6> durations{2.5, 5, 10, 20, 40, 60};
    std::vector<StreamPacket> packets;
    double media = 0;
    const int64_t count = dice.below(400);
    for (int64_t i = 0; i < count; ++i) {
        const double duration = durations.at(static_cast<size_t>(dice.below(6)));
        uint8_t flags = dice.below(3) == 0 ? HasFec : 0;
        if (dice.below(30) == 0)
            flags |= IsCorrupt;
        if (dice.below(30) == 0)
            flags |= IsMissing;
        const auto toc = static_cast<uint8_t>((dice.below(8) == 0 ? 31 : 9) << 3);
        packets.push_back({media, duration, toc, flags});
        media += duration;
        if (dice.below(40) == 0)
            media += static_cast<double>(dice.below(dice.below(20) == 0 ? 400000 : 300));
    }
    return streamOf(packets);
}

NetworkSettings randomNetwork(Dice& dice)
{
    constexpr std::array<LossModel, 3> losses{LossModel::None, LossModel::Random, LossModel::GilbertElliott};
    NetworkSettings network;
    network.delay = receiverMilliseconds(dice.below(100));
    network.jitter.model = static_cast<JitterModel>(dice.below(4));
    network.jitter.spread = receiverMilliseconds(dice.below(dice.below(4) == 0 ? 1000 : 40));
    network.jitter.correlation = dice.below(2) == 0 ? 0 : dice.unit() * 0.99;
    network.jitter.keepOrder = dice.below(3) == 0;
    network.loss.model = losses.at(static_cast<size_t>(dice.below(3)));
    network.loss.rate = dice.below(10) == 0 ? 1 : dice.unit() * 0.4;
    network.loss.burst = 1 + dice.unit() * 10;
    network.reorder.rate = dice.unit() * 0.2;
    network.reorder.gap = static_cast<int>(1 + dice.below(5));
    network.duplicateRate = dice.unit() * 0.2;
    network.driftPpm = static_cast<double>(dice.below(2001)) - 1000;
    return network;
}

BufferSettings randomBuffer(Dice& dice)
{
    BufferSettings buffer;
    buffer.strategy = static_cast<Strategy>(dice.below(3));
    buffer.playoutDelay = receiverMilliseconds(dice.below(150));
    buffer.maxDuration = receiverMilliseconds(dice.below(3) == 0 ? 1 + dice.below(200) : 120000);
    buffer.epsilon = receiverMilliseconds(dice.below(6));
    buffer.lossStep = receiverMilliseconds(1 + dice.below(40));
    buffer.lossThreshold = receiverMilliseconds(dice.below(300));
    buffer.maxLoss = receiverMilliseconds(dice.below(8000));
    return buffer;
}

bool eventsFollowEachOther(const Timeline& timeline)
{
    for (size_t i = 1; i < timeline.events.size(); ++i) {
        if (timeline.events[i].start != timeline.events[i - 1].end())
            return false;
    }
    return std::all_of(timeline.events.begin(), timeline.events.end(), [](const TimelineEvent& event) {
        return event.kind == EventKind::Resync ? event.duration.ticks() == 0 : event.duration.ticks() > 0;
    });
}

// Every packet that was played has one event at its playout, no other packet has one.
bool eventsAgreeWithOutcomes(const Timeline& timeline)
{
    std::vector<int> played(timeline.outcomes.size());
    for (const TimelineEvent& event : timeline.events) {
        if (event.kind != EventKind::Packet)
            continue;
        ++played[event.packet];
        if (timeline.outcomes[event.packet].playout != event.start)
            return false;
    }
    for (size_t i = 0; i < played.size(); ++i) {
        if (played[i] != (timeline.outcomes[i].fate == Fate::Played ? 1 : 0))
            return false;
    }
    return true;
}

// Each fate says what it has to say about the times.
bool fateIsTrue(const PacketOutcome& outcome, const PacketRecord& record)
{
    const bool isPlayed = outcome.fate == Fate::Played;
    const bool isCorrupt = (record.flags & IsCorrupt) != 0;
    if ((outcome.fate == Fate::Lost) != (outcome.arrival == never))
        return false;
    if (isCorrupt != (outcome.fate == Fate::Corrupt) && outcome.fate != Fate::Lost)
        return false;
    if (isPlayed != (outcome.playout != never) || (isPlayed && outcome.playout < outcome.arrival))
        return false;
    return !isPlayed || outcome.repair == Repair::None;
}

bool lossesAreExplained(const Timeline& timeline)
{
    return std::all_of(timeline.events.begin(), timeline.events.end(), [](const TimelineEvent& event) {
        const bool isLoss = event.kind == EventKind::Loss;
        return isLoss == (event.cause != Cause::None) && isLoss == (event.repair != Repair::None)
            && (event.repair == Repair::Fec) == (isLoss && event.packet != noPacket);
    });
}

bool isSame(const Timeline& a, const Timeline& b)
{
    return a.duplicates == b.duplicates && a.events.size() == b.events.size()
        && std::equal(a.events.begin(), a.events.end(), b.events.begin(),
            [](const TimelineEvent& x, const TimelineEvent& y) {
                return x.start == y.start && x.duration == y.duration && x.media == y.media
                    && x.packet == y.packet && x.kind == y.kind && x.cause == y.cause && x.repair == y.repair;
            })
        && std::equal(a.outcomes.begin(), a.outcomes.end(), b.outcomes.begin(), b.outcomes.end(),
            [](const PacketOutcome& x, const PacketOutcome& y) {
                return x.arrival == y.arrival && x.due == y.due && x.playout == y.playout && x.fate == y.fate
                    && x.repair == y.repair;
            });
}

} // namespace

class TestPlayout : public QObject {
    Q_OBJECT
private slots:
    void everyPacketHasOneFateAndEveryMicrosecondOneOrigin()
    {
        Arrivals arrivals;
        Timeline timeline;
        for (uint64_t seed = 0; seed < 400; ++seed) {
            Dice dice(seed);
            const Capture capture = randomStream(dice);
            const NetworkSettings network = randomNetwork(dice);
            const BufferSettings buffer = randomBuffer(dice);
            const auto concealment = static_cast<Concealment>(dice.below(3));
            arrivals = simulate(capture, network, seed, std::move(arrivals));
            timeline = playOut(capture, arrivals, buffer, concealment, std::move(timeline));
            const QByteArray row = "seed " + QByteArray::number(qulonglong(seed));
            QCOMPARE(timeline.outcomes.size(), capture.packets().size());
            QVERIFY2(eventsFollowEachOther(timeline), row);
            QVERIFY2(eventsAgreeWithOutcomes(timeline), row);
            QVERIFY2(lossesAreExplained(timeline), row);
            uint64_t arrived = 0;
            for (size_t i = 0; i < timeline.outcomes.size(); ++i) {
                QVERIFY2(fateIsTrue(timeline.outcomes[i], capture.packets()[i]), row);
                arrived += timeline.outcomes[i].arrival != never ? 1 : 0;
            }
            QVERIFY2(arrived + timeline.duplicates == arrivals.list.size(), row);
            // Recycled memory leaves no trace.
            QVERIFY2(
                isSame(timeline, playOut(capture, simulate(capture, network, seed), buffer, concealment)),
                row);
        }
    }

    void fixedCoversTheStreamFromTheFirstToTheLastPacketSent()
    {
        for (uint64_t seed = 0; seed < 200; ++seed) {
            Dice dice(seed);
            NetworkSettings network = randomNetwork(dice);
            network.loss.rate = 0.5;
            BufferSettings buffer = randomBuffer(dice);
            buffer.strategy = Strategy::Fixed;
            const Capture capture = evenStream(100, 20);
            const Timeline timeline =
                playOut(capture, simulate(capture, network, seed), buffer, Concealment::Fec);
            QCOMPARE((timeline.end() - timeline.start()).milliseconds(), 2000.0);
        }
    }

    void emptyCaptureHasAnEmptyTimeline()
    {
        for (const Strategy strategy : {Strategy::Buffer, Strategy::Realtime, Strategy::Fixed}) {
            BufferSettings settings;
            settings.strategy = strategy;
            const Timeline timeline = playOut(streamOf({}), {}, settings, Concealment::Fec);
            QVERIFY(timeline.events.empty() && timeline.outcomes.empty());
        }
    }

    void everythingLostPlaysNothing()
    {
        for (const Strategy strategy : {Strategy::Buffer, Strategy::Realtime, Strategy::Fixed}) {
            BufferSettings settings;
            settings.strategy = strategy;
            const Timeline timeline = playOut(evenStream(3), {}, settings, Concealment::Fec);
            QVERIFY(timeline.events.empty());
            QCOMPARE(timeline.outcomes[2].fate, Fate::Lost);
            QVERIFY(timeline.outcomes[2].due == never);
        }
    }

    void onePacketIsPlayedByAll()
    {
        for (const Strategy strategy : {Strategy::Buffer, Strategy::Realtime, Strategy::Fixed}) {
            BufferSettings settings;
            settings.strategy = strategy;
            QCOMPARE(inWords(playOut(evenStream(1), arrivalsAt({{0, 7}}), settings, Concealment::Fec)),
                QStringList{"play 0 67-87"});
        }
    }

    void stampsDaysApartArePlayedByAll()
    {
        constexpr double sixDaysMs = 6.0 * 86400 * 1000;
        const Capture capture = streamOf({{0}, {sixDaysMs}});
        for (const Strategy strategy : {Strategy::Buffer, Strategy::Realtime, Strategy::Fixed}) {
            BufferSettings settings;
            settings.strategy = strategy;
            const Timeline timeline =
                playOut(capture, arrivalsAt({{0, 0}, {1, sixDaysMs}}), settings, Concealment::Fec);
            QVERIFY(timeline.events.size() < 210000); // an hour of starvation step by step
            QCOMPARE(timeline.outcomes[1].fate, Fate::Played);
        }
    }

    void ofTwoPacketsWithOneStampTheSecondIsDueToo()
    {
        const Capture capture = streamOf({{0}, {20}, {20}, {40}});
        for (const Strategy strategy : {Strategy::Buffer, Strategy::Realtime}) {
            BufferSettings settings;
            settings.strategy = strategy;
            const Timeline timeline =
                playOut(capture, arrivalsAt({{0, 0}, {1, 20}, {2, 20}, {3, 40}}), settings, Concealment::Fec);
            QCOMPARE(timeline.outcomes[2].fate, Fate::Late);
            QCOMPARE(timeline.outcomes[2].due.milliseconds(), 80.0);
        }
    }

    void originalIsEveryPacketAtItsMediaTime()
    {
        const Timeline timeline = originalTimeline(
            streamOf({{0}, {20, 20, 9 << 3, IsMissing}, {40, 20, 9 << 3, HasFec}, {60, 20, 0, IsCorrupt}}));
        QCOMPARE(inWords(timeline),
            (QStringList{"play 0 0-20", "loss 20-40 lost plc", "play 2 40-60", "loss 60-80 corrupt plc"}));
        QVERIFY(originalTimeline(streamOf({})).events.empty());
    }

    // The short way of doing it is the long one.
    void originalIsWhatAnUndisturbedNetworkGives()
    {
        std::mt19937 random(11);
        const std::vector<double> holesMs{0, 0, 0, 0, 0, 0, 1, 1.5, 2, 3, 20, 3000};
        for (int round = 0; round < 300; ++round) {
            std::vector<StreamPacket> packets;
            double time = 0;
            while (packets.size() < 40) {
                const uint8_t flags = random() % 4 == 0 ? IsMissing : HasFec;
                packets.push_back({time, 20, 9 << 3, flags});
                time += 20 + (round % 2 == 0 ? 0 : holesMs[random() % holesMs.size()]);
            }
            const Capture capture = streamOf(packets);
            QVERIFY(!capture.hasOverlaps());
            BufferSettings settings;
            settings.strategy = Strategy::Fixed;
            settings.playoutDelay = {};
            const Timeline sent = playOut(capture, simulate(capture, {}, 1), settings, Concealment::Plc);
            QVERIFY(std::ranges::equal(originalTimeline(capture).events, sent.events));
        }
    }
};

QTEST_APPLESS_MAIN(TestPlayout)
#include "tst_playout.moc"
