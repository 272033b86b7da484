#include "core/base/random.h"
#include "core/network/twostatechain.h"

#include <QTest>
#include <cmath>
#include <vector>

using namespace core;

namespace {

constexpr int count = 1000000;

std::vector<bool> decisions(TwoStateChain::Rates rates, int packets = count)
{
    TwoStateChain chain(rates);
    const CounterRandom random(11, DrawStream::Loss);
    std::vector<bool> all;
    for (int i = 0; i < packets; ++i)
        all.push_back(chain.next(random.bits(static_cast<uint64_t>(i))));
    return all;
}

struct Measured {
    double rate = 0, burst = 0, correlation = 0;
    int runs = 0;
};

Measured measured(const std::vector<bool>& all)
{
    double yes = 0, both = 0;
    Measured result;
    for (size_t i = 0; i < all.size(); ++i) {
        yes += all[i] ? 1 : 0;
        both += i > 0 && all[i] && all[i - 1] ? 1 : 0;
        result.runs += all[i] && (i == 0 || !all[i - 1]) ? 1 : 0;
    }
    const auto n = static_cast<double>(all.size());
    result.rate = yes / n;
    result.burst = result.runs > 0 ? yes / result.runs : 0;
    const double variance = result.rate * (1 - result.rate);
    result.correlation = variance > 0 ? (both / n - result.rate * result.rate) / variance : 0;
    return result;
}

bool keepsAll(const std::vector<bool>& fewer, const std::vector<bool>& more)
{
    for (size_t i = 0; i < fewer.size(); ++i) {
        if (fewer[i] && !more[i])
            return false;
    }
    return true;
}

} // namespace

class TestTwoStateChain : public QObject {
    Q_OBJECT
private slots:
    void rateAndBurstComeOutAsSet_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<double>("burst");
        QTest::newRow("3 %, 2.4") << 0.03 << 2.4;
        QTest::newRow("1 %, 10") << 0.01 << 10.0;
        QTest::newRow("20 %, 1") << 0.2 << 1.0;
        QTest::newRow("20 %, 1.25 = random") << 0.2 << 1.25;
        QTest::newRow("60 %, 3") << 0.6 << 3.0;
        QTest::newRow("80 %, 4 = smallest") << 0.8 << 4.0;
        QTest::newRow("50 %, 100") << 0.5 << 100.0;
    }
    // A two-state chain with P(good → bad) = p, P(bad → good) = r has lag-k correlation λ^k, λ = 1 - p - r,
    // so that the variance of the mean of n is L (1 - L) / n · (1 + λ) / (1 - λ). Runs are geometric with
    // mean B = 1 / r and variance B (B - 1), and there are about n L / B of them.
    void rateAndBurstComeOutAsSet()
    {
        QFETCH(double, rate);
        QFETCH(double, burst);
        const auto rates = lossRates({.model = LossModel::GilbertElliott, .rate = rate, .burst = burst});
        const Measured found = measured(decisions(rates));
        const double lambda = rates.stay - rates.enter;
        const double rateError = std::sqrt(rate * (1 - rate) / count * (1 + lambda) / (1 - lambda));
        const double burstError = std::sqrt(burst * (burst - 1) / (count * rate / burst));
        QVERIFY(std::abs(found.rate - rate) < 4 * rateError + 1e-6);
        QVERIFY(std::abs(found.burst - burst) < 4 * burstError + 1e-4);
    }

    void randomLossesAreIndependent()
    {
        const Measured found = measured(decisions(lossRates({.model = LossModel::Random, .rate = 0.05})));
        // sd of the mean: √(0.05 · 0.95 / 1e6) = 2.2e-4; of a correlation of independent draws: 1e-3.
        QVERIFY(std::abs(found.rate - 0.05) < 4 * 2.2e-4);
        QVERIFY(std::abs(found.correlation) < 4e-3);
    }

    void correlationOfTheDecisionsComesOutAsSet()
    {
        for (const double correlation : {0.0, 0.3, 0.9}) {
            const Measured found = measured(decisions(correlatedRates(0.1, correlation)));
            const double error = std::sqrt(0.1 * 0.9 / count * (1 + correlation) / (1 - correlation));
            QVERIFY(std::abs(found.rate - 0.1) < 4 * error);
            QVERIFY(std::abs(found.correlation - correlation) < 0.015);
        }
    }

    void raisingTheRateKeepsTheOldLosses()
    {
        for (const LossModel model : {LossModel::Random, LossModel::GilbertElliott}) {
            std::vector<bool> before(100000, false);
            for (const double rate : {0.001, 0.01, 0.011, 0.05, 0.2, 0.4, 0.6, 1.0}) {
                const auto now = decisions(lossRates({.model = model, .rate = rate, .burst = 2.5}), 100000);
                QVERIFY(keepsAll(before, now));
                before = now;
            }
        }
    }

    void endsAreNothingAndEverything()
    {
        for (const LossModel model : {LossModel::Random, LossModel::GilbertElliott}) {
            QCOMPARE(measured(decisions(lossRates({.model = model, .rate = 0, .burst = 3}), 1000)).rate, 0.0);
            QCOMPARE(measured(decisions(lossRates({.model = model, .rate = 1, .burst = 3}), 1000)).rate, 1.0);
        }
        QCOMPARE(measured(decisions(lossRates({.model = LossModel::None, .rate = 0.5}), 1000)).rate, 0.0);
    }

    void burstBelowTheSmallestKeepsTheRate()
    {
        const auto rates = lossRates({.model = LossModel::GilbertElliott, .rate = 0.75, .burst = 1});
        QVERIFY(std::abs(measured(decisions(rates)).rate - 0.75) < 0.002);
    }
};

QTEST_APPLESS_MAIN(TestTwoStateChain)
#include "tst_twostatechain.moc"
