#include "core/base/random.h"
#include "core/network/arrivalorder.h"

#include <QTest>
#include <algorithm>

using namespace core;

namespace {

bool isBefore(const Arrival& a, const Arrival& b)
{
    return a.time != b.time ? a.time < b.time : a.packet < b.packet;
}

} // namespace

class TestArrivalOrder : public QObject {
    Q_OBJECT
private slots:
    void sortsByTimeAndKeepsWhatIsEqual_data()
    {
        QTest::addColumn<qint64>("step");
        QTest::addColumn<qint64>("spread");
        QTest::newRow("in order") << qint64(20) << qint64(1);
        QTest::newRow("nearly in order") << qint64(20) << qint64(50);
        QTest::newRow("far from in order") << qint64(20) << qint64(5000);
        QTest::newRow("about as far as is sorted at a time") << qint64(20) << qint64(20000);
        QTest::newRow("farther than is dealt at a time") << qint64(20) << qint64(100000);
        QTest::newRow("years apart") << qint64(1'000'000'000) << qint64(100'000'000'000);
        QTest::newRow("random") << qint64(0) << qint64(100000);
        QTest::newRow("reversed") << qint64(-20) << qint64(1);
        QTest::newRow("many equal") << qint64(0) << qint64(5);
        QTest::newRow("all equal") << qint64(0) << qint64(1);
    }
    void sortsByTimeAndKeepsWhatIsEqual()
    {
        QFETCH(qint64, step);
        QFETCH(qint64, spread);
        const CounterRandom random(9, DrawStream::Delay);
        constexpr uint32_t count = 200000;
        LargeVector<Arrival> arrivals;
        ArrivalOrder order(arrivals, count);
        for (uint32_t i = 0; i < count; ++i) {
            const auto jitter = static_cast<int64_t>(random.bits(i) % static_cast<uint64_t>(spread));
            arrivals.push_back({.time = ReceiverTime(i * step + jitter), .packet = i});
            if (i % 4096 == 0)
                order.sortNew();
        }
        order.finish();
        QCOMPARE(arrivals.size(), size_t{count});
        QVERIFY(std::is_sorted(arrivals.begin(), arrivals.end(), &isBefore));
    }

    void sortsWhereDisorderComesAndGoes()
    {
        const CounterRandom random(3, DrawStream::Delay);
        LargeVector<Arrival> arrivals;
        ArrivalOrder order(arrivals, 50000);
        for (uint32_t i = 0; i < 50000; ++i) {
            const int64_t spread = (i / 5000) % 2 == 0 ? 10 : 3000;
            const int64_t step = i % 20000 == 0 ? 10'000'000 : 0; // far behind all that is sorted with it
            const auto jitter = static_cast<int64_t>(random.bits(i) % static_cast<uint64_t>(spread));
            arrivals.push_back({.time = ReceiverTime(i * 20 + jitter + step), .packet = i});
            order.sortNew();
        }
        order.finish();
        QVERIFY(std::is_sorted(arrivals.begin(), arrivals.end(), &isBefore));
    }

    void emptyAndSingleAreSorted()
    {
        LargeVector<Arrival> arrivals;
        ArrivalOrder(arrivals, 0).finish();
        arrivals.push_back({});
        ArrivalOrder(arrivals, 1).finish();
        QCOMPARE(arrivals.size(), size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestArrivalOrder)
#include "tst_arrivalorder.moc"
