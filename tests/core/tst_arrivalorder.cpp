#include "core/base/random.h"
#include "core/network/arrivalorder.h"

#include <QTest>
#include <algorithm>

using namespace core;

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
        std::vector<Arrival> arrivals;
        for (uint32_t i = 0; i < 200000; ++i) {
            const auto jitter = static_cast<int64_t>(random.bits(i) % static_cast<uint64_t>(spread));
            arrivals.push_back({.time = ReceiverTime(i * step + jitter), .packet = i});
        }
        sortByTime(arrivals);
        QVERIFY(std::is_sorted(arrivals.begin(), arrivals.end(), [](const Arrival& a, const Arrival& b) {
            return a.time != b.time ? a.time < b.time : a.packet < b.packet;
        }));
    }

    void emptyAndSingleAreSorted()
    {
        std::vector<Arrival> arrivals;
        sortByTime(arrivals);
        arrivals.push_back({});
        sortByTime(arrivals);
        QCOMPARE(arrivals.size(), size_t(1));
    }
};

QTEST_APPLESS_MAIN(TestArrivalOrder)
#include "tst_arrivalorder.moc"
