#include "core/base/random.h"

#include <QTest>
#include <cmath>
#include <set>

using namespace core;

class TestRandom : public QObject {
    Q_OBJECT
private slots:
    void drawIsAPureFunctionOfSeedStreamAndIndex()
    {
        constexpr CounterRandom a(7, DrawStream::Loss);
        constexpr CounterRandom again(7, DrawStream::Loss);
        static_assert(a.bits(12) == again.bits(12));
        QVERIFY(a.bits(12) != a.bits(13));
        QVERIFY(a.bits(12) != CounterRandom(8, DrawStream::Loss).bits(12));
        QVERIFY(a.bits(12) != CounterRandom(7, DrawStream::Delay).bits(12));
    }

    // Pinned, so that a scenario saved today gives the same picture for ever.
    void drawsStayAsTheyAre()
    {
        QCOMPARE(CounterRandom(1, DrawStream::Loss).bits(0), UINT64_C(12793040940332582595));
        QCOMPARE(CounterRandom(1, DrawStream::Delay).bits(99), UINT64_C(12709495582636532676));
    }

    void unitIsUniformAndOpen()
    {
        const CounterRandom random(3, DrawStream::Delay);
        constexpr int count = 1000000;
        double sum = 0, squares = 0, previous = 0.5, products = 0;
        for (int i = 0; i < count; ++i) {
            const double u = random.unit(static_cast<uint64_t>(i));
            QVERIFY(u > 0 && u < 1);
            sum += u;
            squares += (u - 0.5) * (u - 0.5);
            products += (u - 0.5) * (previous - 0.5);
            previous = u;
        }
        // Five standard errors each: sd(u) = 0.2887, sd((u - 1/2)^2) = 0.0745, sd(product) = 1/12.
        QVERIFY(std::abs(sum / count - 0.5) < 5 * 0.2887e-3);
        QVERIFY(std::abs(squares / count - 1.0 / 12) < 5 * 0.0745e-3);
        QVERIFY(std::abs(products / count) < 5 * 0.0834e-3);
    }

    void nearbySeedsShareNothing()
    {
        std::set<uint64_t> seen;
        for (uint64_t seed = 0; seed < 100; ++seed) {
            for (uint64_t index = 0; index < 100; ++index)
                seen.insert(CounterRandom(seed, DrawStream::Loss).bits(index));
        }
        QCOMPARE(seen.size(), size_t(10000));
    }
};

QTEST_APPLESS_MAIN(TestRandom)
#include "tst_random.moc"
