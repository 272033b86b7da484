#include "core/network/delaysource.h"

#include <QTest>
#include <cmath>
#include <span>
#include <vector>

using namespace core;

namespace {

constexpr int count = 1000000;

NetworkSettings settingsWith(JitterModel model, double correlation = 0)
{
    NetworkSettings settings;
    settings.delay = receiverMilliseconds(400);
    settings.jitter = {
        .model = model, .spread = receiverMilliseconds(18), .correlation = correlation, .keepOrder = false};
    return settings;
}

std::vector<ReceiverSpan> drawn(const NetworkSettings& settings, size_t packets, uint64_t seed)
{
    std::vector<ReceiverSpan> delays(packets);
    DelaySource(settings, seed).draw(delays);
    return delays;
}

std::vector<double> delaysMs(const NetworkSettings& settings, uint64_t seed = 3)
{
    std::vector<double> delays;
    for (const ReceiverSpan delay : drawn(settings, count, seed))
        delays.push_back(delay.milliseconds());
    return delays;
}

struct Measured {
    double mean = 0, deviation = 0, correlation = 0;
};

Measured measured(const std::vector<double>& values)
{
    Measured result;
    for (const double value : values)
        result.mean += value / static_cast<double>(values.size());
    double squares = 0, products = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        squares += (values[i] - result.mean) * (values[i] - result.mean);
        if (i > 0)
            products += (values[i] - result.mean) * (values[i - 1] - result.mean);
    }
    result.deviation = std::sqrt(squares / static_cast<double>(values.size()));
    result.correlation = products / squares;
    return result;
}

double expectedMean(JitterModel model)
{
    return model == JitterModel::Gamma ? 400 + 18 * std::sqrt(1.25) : 400;
}

double expectedDeviation(JitterModel model)
{
    return model == JitterModel::Uniform ? 18 / std::sqrt(3.0) : 18;
}

} // namespace

class TestDelaySource : public QObject {
    Q_OBJECT
private slots:
    void delaysComeOutAsSet_data()
    {
        QTest::addColumn<int>("model");
        QTest::addColumn<double>("kurtosis");
        QTest::addColumn<double>("correlation");
        const std::vector<std::pair<const char*, std::pair<JitterModel, double>>> models{
            {"uniform", {JitterModel::Uniform, 1.8}}, {"normal", {JitterModel::Normal, 3}},
            {"gamma", {JitterModel::Gamma, 3 + 6 / 1.25}}};
        for (const auto& [name, model] : models) {
            for (const double correlation : {0.0, 0.25, 0.5, 0.9})
                QTest::addRow("%s %g", name, correlation)
                    << static_cast<int>(model.first) << model.second << correlation;
        }
    }
    // The sequence is nearly AR(1) with lag-k correlation ρ^k: the mean of n has the variance
    // σ² / n · (1 + ρ) / (1 - ρ); the squares are correlated by at most ρ² a step, so that σ is found with a
    // relative error of √((κ - 1) / (4 n) · (1 + ρ²) / (1 - ρ²)), κ = kurtosis; the lag-1 correlation with
    // √((1 - ρ²) / n) for a normal one, and not more than √κ times that for the others.
    void delaysComeOutAsSet()
    {
        QFETCH(int, model);
        QFETCH(double, kurtosis);
        QFETCH(double, correlation);
        const auto jitter = static_cast<JitterModel>(model);
        const Measured found = measured(delaysMs(settingsWith(jitter, correlation)));
        const double deviation = expectedDeviation(jitter);
        const double squared = correlation * correlation;
        const double meanError =
            deviation / std::sqrt(count) * std::sqrt((1 + correlation) / (1 - correlation));
        const double deviationError =
            deviation * std::sqrt((kurtosis - 1) / (4.0 * count) * (1 + squared) / (1 - squared));
        const double correlationError = std::sqrt(kurtosis * (1 - squared) / count);
        QVERIFY(std::abs(found.mean - expectedMean(jitter)) < 4 * meanError);
        QVERIFY(std::abs(found.deviation - deviation) < 4 * deviationError);
        QVERIFY(std::abs(found.correlation - correlation) < 4 * correlationError);
    }

    void uniformStaysWithinItsHalfWidth()
    {
        for (const double delay : delaysMs(settingsWith(JitterModel::Uniform, 0.5)))
            QVERIFY(delay >= 382 && delay <= 418);
    }

    void gammaNeverGoesBelowItsFloor()
    {
        for (const double delay : delaysMs(settingsWith(JitterModel::Gamma)))
            QVERIFY(delay >= 400);
    }

    void delayBelowZeroBecomesZero()
    {
        NetworkSettings settings = settingsWith(JitterModel::Normal);
        settings.delay = {};
        int zeros = 0;
        for (const double delay : delaysMs(settings)) {
            QVERIFY(delay >= 0);
            zeros += delay == 0 ? 1 : 0;
        }
        QVERIFY(std::abs(zeros - count / 2) < 4 * std::sqrt(count / 4.0) + 20);
    }

    void withoutJitterTheDelayIsExact()
    {
        NetworkSettings noSpread = settingsWith(JitterModel::Normal);
        noSpread.jitter.spread = {};
        for (const NetworkSettings& settings : {settingsWith(JitterModel::None), noSpread}) {
            QCOMPARE(drawn(settings, 1, 1)[0].ticks(), 400000);
            QCOMPARE(DelaySource(settings, 1).ofCopy(7).ticks(), 400000);
        }
    }

    // Twice the spread puts each packet twice as far from the centre: same network, more of it.
    void spreadScalesTheSameDraws()
    {
        NetworkSettings wide = settingsWith(JitterModel::Normal, 0.5);
        const auto narrowDelays = drawn(wide, 1000, 5);
        wide.jitter.spread = receiverMilliseconds(36);
        const auto wideDelays = drawn(wide, 1000, 5);
        for (size_t i = 0; i < 1000; ++i) {
            const int64_t narrow = narrowDelays[i].ticks() - 400000;
            QVERIFY(std::abs(wideDelays[i].ticks() - 400000 - 2 * narrow) <= 1);
        }
    }

    void portionsAreAStretchOfOneSequence()
    {
        const NetworkSettings settings = settingsWith(JitterModel::Gamma, 0.7);
        const auto whole = drawn(settings, 1000, 5);
        DelaySource source(settings, 5);
        std::vector<ReceiverSpan> portions(1000);
        const std::span<ReceiverSpan> out(portions);
        source.draw(out.first(64));
        source.draw(out.subspan(64, 640));
        source.draw(out.subspan(704));
        QCOMPARE(portions, whole);
    }

    void copiesHaveTheSameDistribution()
    {
        const DelaySource source(settingsWith(JitterModel::Normal), 3);
        std::vector<double> delays;
        for (uint64_t i = 0; i < count; ++i)
            delays.push_back(source.ofCopy(i).milliseconds());
        const Measured found = measured(delays);
        QVERIFY(std::abs(found.mean - 400) < 4 * 0.018);
        QVERIFY(std::abs(found.deviation - 18) < 4 * 0.0127);
    }
};

QTEST_APPLESS_MAIN(TestDelaySource)
#include "tst_delaysource.moc"
