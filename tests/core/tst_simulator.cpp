#include "core/network/simulator.h"
#include "tests/support/streams.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace core;

namespace {

// First arrivals by packet.
std::map<uint32_t, int64_t> firstArrivals(const Arrivals& arrivals)
{
    std::map<uint32_t, int64_t> times;
    for (const Arrival& arrival : arrivals.list) {
        if (!arrival.isDuplicate)
            times.emplace(arrival.packet, arrival.time.ticks());
    }
    return times;
}

bool isSame(const Arrivals& a, const Arrivals& b)
{
    return std::equal(
        a.list.begin(), a.list.end(), b.list.begin(), b.list.end(), [](const Arrival& x, const Arrival& y) {
            return x.time == y.time && x.packet == y.packet && x.isDuplicate == y.isDuplicate;
        });
}

NetworkSettings busyNetwork()
{
    NetworkSettings network;
    network.delay = receiverMilliseconds(40);
    network.jitter.spread = receiverMilliseconds(18);
    network.loss = {.model = LossModel::GilbertElliott, .rate = 0.03, .burst = 2.4};
    network.duplicateRate = 0.05;
    return network;
}

Capture capturedStream(const std::vector<double>& baseMs, std::vector<CapturedCopy> copies = {})
{
    Capture::Parts parts;
    for (size_t i = 0; i < baseMs.size(); ++i) {
        PacketRecord record;
        record.media = MediaTime(static_cast<int64_t>(i) * 960);
        record.durationSamples = 960;
        parts.packets.push_back(record);
        parts.baseDelays.push_back(ReceiverSpan(static_cast<int64_t>(baseMs[i] * 1000)));
    }
    parts.copies = std::move(copies);
    return Capture(std::move(parts));
}

} // namespace

class TestSimulator : public QObject {
    Q_OBJECT
private slots:
    void defaultNetworkDoesNothing()
    {
        const Arrivals arrivals = simulate(evenStream(100), {}, 1);
        QCOMPARE(arrivals.list.size(), size_t(100));
        for (size_t i = 0; i < 100; ++i) {
            QCOMPARE(arrivals.list[i].packet, static_cast<uint32_t>(i));
            QCOMPARE(arrivals.list[i].time.ticks(), static_cast<int64_t>(i) * 20000);
            QVERIFY(!arrivals.list[i].isDuplicate);
        }
    }

    void sameInputSameOutput()
    {
        const Capture capture = evenStream(5000);
        const Arrivals once = simulate(capture, busyNetwork(), 7);
        QVERIFY(isSame(once, simulate(capture, busyNetwork(), 7, simulate(capture, {}, 1))));
        QVERIFY(!isSame(once, simulate(capture, busyNetwork(), 8)));
    }

    // Pinned, so that a scenario saved today gives the same picture on every machine.
    void arrivalsStayAsTheyAre_data()
    {
        QTest::addColumn<int>("model");
        QTest::addColumn<double>("correlation");
        QTest::addColumn<qint64>("sum");
        QTest::newRow("uniform") << int(JitterModel::Uniform) << 0.0 << qint64(4054544455755);
        QTest::newRow("uniform 0.5") << int(JitterModel::Uniform) << 0.5 << qint64(4054551340523);
        QTest::newRow("normal") << int(JitterModel::Normal) << 0.0 << qint64(4054551343173);
        QTest::newRow("normal 0.5") << int(JitterModel::Normal) << 0.5 << qint64(4054560830466);
        QTest::newRow("gamma") << int(JitterModel::Gamma) << 0.0 << qint64(4055369690493);
        QTest::newRow("gamma 0.5") << int(JitterModel::Gamma) << 0.5 << qint64(4055377139709);
    }
    void arrivalsStayAsTheyAre()
    {
        QFETCH(int, model);
        QFETCH(double, correlation);
        QFETCH(qint64, sum);
        NetworkSettings network = busyNetwork();
        network.jitter.model = static_cast<JitterModel>(model);
        network.jitter.correlation = correlation;
        int64_t found = 0;
        for (const Arrival& arrival : simulate(evenStream(10000), network, 1).list)
            found += arrival.time.ticks() * (arrival.packet % 7 + 1);
        QCOMPARE(found, sum);
    }

    void arrivesByTimeAndAtTheSameTimeAsSent()
    {
        NetworkSettings network = busyNetwork();
        network.jitter.spread = receiverMilliseconds(300);
        const Arrivals arrivals = simulate(evenStream(20000), network, 3);
        QVERIFY(std::is_sorted(
            arrivals.list.begin(), arrivals.list.end(), [](const Arrival& a, const Arrival& b) {
                return a.time != b.time ? a.time < b.time : a.packet < b.packet;
            }));
    }

    void changingTheDelayLeavesTheLossesAlone()
    {
        const Capture capture = evenStream(20000);
        NetworkSettings network = busyNetwork();
        const auto before = firstArrivals(simulate(capture, network, 5));
        network.delay = receiverMilliseconds(300);
        network.jitter.model = JitterModel::Gamma;
        const auto after = firstArrivals(simulate(capture, network, 5));
        QVERIFY(std::equal(before.begin(), before.end(), after.begin(), after.end(),
            [](const auto& a, const auto& b) { return a.first == b.first; }));
    }

    void raisingTheLossKeepsOldLossesAndOtherArrivals()
    {
        const Capture capture = evenStream(20000);
        NetworkSettings network = busyNetwork();
        network.duplicateRate = 0;
        const auto before = firstArrivals(simulate(capture, network, 5));
        network.loss.rate = 0.1;
        const auto after = firstArrivals(simulate(capture, network, 5));
        QVERIFY(after.size() < before.size());
        for (const auto& [packet, time] : after) {
            QVERIFY(before.contains(packet));
            QCOMPARE(time, before.at(packet));
        }
    }

    void keptOrderIsTheOrderOfSending()
    {
        NetworkSettings network = busyNetwork();
        network.jitter.spread = receiverMilliseconds(100);
        network.jitter.keepOrder = true;
        const Arrivals arrivals = simulate(evenStream(20000), network, 3);
        QVERIFY(std::is_sorted(arrivals.list.begin(), arrivals.list.end(),
            [](const Arrival& a, const Arrival& b) { return a.packet < b.packet; }));
    }

    // √(0.1 · 0.9 / 1e6) = 3e-4 is the standard error of the share.
    void shareOfPacketsThatSkipTheDelayIsTheRate()
    {
        NetworkSettings network;
        network.delay = receiverMilliseconds(50);
        network.reorder = {.rate = 0.1, .correlation = 0, .gap = 1};
        int skipped = 0;
        for (const auto& [packet, time] : firstArrivals(simulate(evenStream(1000000), network, 3)))
            skipped += time == int64_t{packet} * 20000 ? 1 : 0;
        QVERIFY(std::abs(skipped / 1e6 - 0.1) < 4 * 3e-4);
    }

    void withRateOneEveryGapthPacketSkipsTheDelay()
    {
        NetworkSettings network;
        network.delay = receiverMilliseconds(50);
        network.reorder = {.rate = 1, .correlation = 0, .gap = 5};
        for (const auto& [packet, time] : firstArrivals(simulate(evenStream(100), network, 3)))
            QCOMPARE(time, int64_t{packet} * 20000 + (packet % 5 == 4 ? 0 : 50000));
    }

    void duplicatesComeAtTheirRateWithTheirOwnDelay()
    {
        NetworkSettings network = busyNetwork();
        network.loss.rate = 0;
        network.duplicateRate = 0.2;
        std::map<uint32_t, int64_t> first;
        int copies = 0, apart = 0;
        for (const Arrival& arrival : simulate(evenStream(100000), network, 3).list) {
            if (!arrival.isDuplicate) {
                first.emplace(arrival.packet, arrival.time.ticks());
                continue;
            }
            ++copies;
            QVERIFY(first.contains(arrival.packet)); // a duplicate is never the first to arrive
            apart += arrival.time.ticks() != first.at(arrival.packet) ? 1 : 0;
        }
        QCOMPARE(first.size(), size_t(100000));
        QVERIFY(std::abs(copies / 1e5 - 0.2) < 4 * std::sqrt(0.2 * 0.8 / 1e5));
        QVERIFY(apart > copies * 95 / 100);
    }

    void fastSenderClockSendsEarlier()
    {
        QCOMPARE(sendTime(MediaTime(48000), 0).ticks(), 1000000);
        QCOMPARE(sendTime(MediaTime(48000), 1000).ticks(), 999001); // 1e6 / 1.001 = 999000.999
        QCOMPARE(sendTime(MediaTime(48000), -1000).ticks(), 1001001); // 1e6 / 0.999 = 1001001.001
        QCOMPARE(sendTime(MediaTime(int64_t{86400} * 48000), 100).ticks(), 86391360864); // a day / 1.0001
        NetworkSettings network;
        network.driftPpm = 1000;
        QCOMPARE(simulate(evenStream(51), network, 1).list.back().time.ticks(), 999001);
    }

    void capturedDelaysAreReplayedAndImpairmentsAdded()
    {
        const Capture capture = capturedStream({0, 30, 5});
        NetworkSettings network;
        auto times = firstArrivals(simulate(capture, network, 1));
        QCOMPARE(times, (std::map<uint32_t, int64_t>{{0, 0}, {1, 50000}, {2, 45000}}));
        network.delay = receiverMilliseconds(7);
        times = firstArrivals(simulate(capture, network, 1));
        QCOMPARE(times, (std::map<uint32_t, int64_t>{{0, 7000}, {1, 57000}, {2, 52000}}));
    }

    void capturedCopiesArriveAsDuplicates()
    {
        const Capture capture =
            capturedStream({0, 30, 5}, {{1, receiverMilliseconds(50)}, {0, std::nullopt}, {9, std::nullopt}});
        const Arrivals arrivals = simulate(capture, {}, 1);
        QCOMPARE(arrivals.list.size(), size_t(5));
        QVERIFY(arrivals.list[1].isDuplicate);
        QCOMPARE(arrivals.list[1].packet, 0U);
        QVERIFY(arrivals.list[4].isDuplicate);
        QCOMPARE(arrivals.list[4].time.ticks(), 70000);
    }

    void missingPacketsNeverArrive()
    {
        const Capture capture = streamOf({{0}, {20, 20, 9 << 3, IsMissing}, {40}});
        NetworkSettings network;
        network.duplicateRate = 1;
        for (const Arrival& arrival : simulate(capture, network, 1).list)
            QVERIFY(arrival.packet != 1);
    }

    void absurdDelaysDoNotOverflow()
    {
        Capture::Parts parts;
        parts.packets.resize(2);
        parts.baseDelays = {ReceiverSpan(INT64_MAX), ReceiverSpan(INT64_MIN)};
        const Arrivals arrivals = simulate(Capture(std::move(parts)), busyNetwork(), 1);
        QVERIFY(std::is_sorted(arrivals.list.begin(), arrivals.list.end(),
            [](const Arrival& a, const Arrival& b) { return a.time < b.time; }));
    }

    void nothingInNothingOut() { QVERIFY(simulate(streamOf({}), busyNetwork(), 1).list.empty()); }
};

QTEST_APPLESS_MAIN(TestSimulator)
#include "tst_simulator.moc"
