#include "core/base/random.h"
#include "core/playout/stampqueue.h"

#include <QTest>
#include <algorithm>
#include <numeric>
#include <set>

using namespace core;

namespace {
HeldPacket at(int64_t stamp)
{
    return {ReceiverSpan(stamp), ReceiverSpan(stamp + 1), static_cast<uint32_t>(stamp)};
}

std::vector<int64_t> drained(StampQueue& queue)
{
    std::vector<int64_t> stamps;
    for (; !queue.isEmpty(); queue.removeOldest())
        stamps.push_back(queue.oldest().stamp.ticks());
    return stamps;
}
} // namespace

class TestStampQueue : public QObject {
    Q_OBJECT
private slots:
    void handsOutByAscendingStampWhateverTheOrderOfInsertion_data()
    {
        QTest::addColumn<QString>("order");
        for (const char* order : {"ascending", "descending", "shuffled", "ends first"})
            QTest::newRow(order) << QString::fromLatin1(order);
    }
    void handsOutByAscendingStampWhateverTheOrderOfInsertion()
    {
        QFETCH(QString, order);
        constexpr int64_t count = 20000;
        std::vector<int64_t> stamps(count);
        std::iota(stamps.begin(), stamps.end(), 0);
        const std::vector<int64_t> sorted = stamps;
        const CounterRandom random(5, DrawStream::Delay);
        if (order == QLatin1String("descending"))
            std::reverse(stamps.begin(), stamps.end());
        if (order == QLatin1String("shuffled")) {
            std::sort(stamps.begin(), stamps.end(), [&](int64_t a, int64_t b) {
                return random.bits(static_cast<uint64_t>(a)) < random.bits(static_cast<uint64_t>(b));
            });
        }
        if (order == QLatin1String("ends first")) {
            for (size_t i = 0; i < stamps.size(); ++i)
                stamps[i] =
                    i % 2 == 0 ? static_cast<int64_t>(i / 2) : count - 1 - static_cast<int64_t>(i / 2);
        }
        StampQueue queue;
        for (const int64_t stamp : stamps)
            QVERIFY(queue.insert(at(stamp)));
        for (const int64_t stamp : stamps)
            QVERIFY(!queue.insert(at(stamp)));
        QCOMPARE(drained(queue), sorted);
    }

    void behavesLikeASortedSetWhileItIsUsed()
    {
        StampQueue queue;
        std::set<int64_t> model;
        const CounterRandom random(6, DrawStream::Delay);
        for (uint64_t i = 0; i < 50000; ++i) {
            const uint64_t bits = random.bits(i);
            if (bits % 3 != 0) {
                const auto stamp = static_cast<int64_t>(bits >> 8U) % 3000 + static_cast<int64_t>(i / 20);
                QCOMPARE(queue.insert(at(stamp)), model.insert(stamp).second);
            } else if (!model.empty()) {
                QCOMPARE(queue.oldest().stamp.ticks(), *model.begin());
                queue.removeOldest();
                model.erase(model.begin());
            }
            QCOMPARE(queue.isEmpty(), model.empty());
        }
        QCOMPARE(drained(queue), std::vector<int64_t>(model.begin(), model.end()));
    }
};

QTEST_APPLESS_MAIN(TestStampQueue)
#include "tst_stampqueue.moc"
