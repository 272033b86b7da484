#include "core/analysis/delaysummary.h"

#include <QTest>
#include <algorithm>
#include <functional>
#include <limits>
#include <random>

using namespace core;

namespace {

// Nearest rank, straight from its definition.
int64_t percentile(std::vector<int64_t> values, int percent)
{
    std::sort(values.begin(), values.end());
    size_t covered = 1;
    while (covered * 100 < values.size() * static_cast<size_t>(percent))
        ++covered;
    return values[covered - 1];
}

bool areSame(const DelaySummary& a, const DelaySummary& b)
{
    return a.count == b.count && a.minimum == b.minimum && a.p50 == b.p50 && a.p95 == b.p95 && a.p99 == b.p99
        && a.maximum == b.maximum && a.meanUs == b.meanUs;
}

void verifyExact(const std::vector<int64_t>& values)
{
    const DelaySummary summary = summarize(values);
    const std::vector<int32_t> shortValues(values.begin(), values.end());
    if (std::ranges::equal(values, shortValues))
        QVERIFY(areSame(summarize(shortValues), summary));
    QCOMPARE(summary.count, uint64_t(values.size()));
    QCOMPARE(summary.minimum.ticks(), *std::min_element(values.begin(), values.end()));
    QCOMPARE(summary.maximum.ticks(), *std::max_element(values.begin(), values.end()));
    QCOMPARE(summary.p50.ticks(), percentile(values, 50));
    QCOMPARE(summary.p95.ticks(), percentile(values, 95));
    QCOMPARE(summary.p99.ticks(), percentile(values, 99));
}

} // namespace

class TestDelaySummary : public QObject {
    Q_OBJECT
private slots:
    void nothingHasNoSummary() { QCOMPARE(summarize(std::span<const int64_t>()).count, uint64_t(0)); }

    void oneValueIsAllOfThem()
    {
        const std::vector<int64_t> values{42};
        verifyExact(values);
        QCOMPARE(summarize(values).meanUs, 42.0);
    }

    void nearestRankOfSmallSets()
    {
        // Of 1 … 20, the smallest that 50 % (10 values), 95 % (19), 99 % (20) do not exceed.
        std::vector<int64_t> values;
        for (int64_t i = 20; i > 0; --i)
            values.push_back(i);
        const DelaySummary summary = summarize(values);
        QCOMPARE(summary.p50.ticks(), 10);
        QCOMPARE(summary.p95.ticks(), 19);
        QCOMPARE(summary.p99.ticks(), 20);
        QCOMPARE(summary.meanUs, 10.5);
        for (size_t count = 1; count < 250; ++count) {
            values.resize(count);
            for (size_t i = 0; i < count; ++i)
                values[i] = static_cast<int64_t>(i * 7919 % 101);
            verifyExact(values);
        }
    }

    void percentilesAreExactForEveryDistribution_data()
    {
        using Draw = std::function<int64_t(std::mt19937_64&)>;
        QTest::addColumn<Draw>("draw");
        const auto row = [](const char* name, Draw draw) { QTest::newRow(name) << draw; };
        row("all equal", [](auto&) { return 7; });
        row("narrow", [](auto& random) { return static_cast<int64_t>(random() % 1500); });
        row("wide", [](auto& random) { return static_cast<int64_t>(random() % 10'000'000); });
        row("negative", [](auto& random) { return -static_cast<int64_t>(random() % 100'000); });
        row("concentrated with one far outlier", [](auto& random) {
            return random() % 5000 == 0 ? int64_t(1) << 40 : static_cast<int64_t>(random() % 5000);
        });
        row("two clusters", [](auto& random) {
            return static_cast<int64_t>(random() % 3000) + (random() % 2 == 0 ? 0 : 50'000'000);
        });
        row("long tail", [](auto& random) { return int64_t(1) << random() % 40; });
    }
    void percentilesAreExactForEveryDistribution()
    {
        using Draw = std::function<int64_t(std::mt19937_64&)>;
        QFETCH(Draw, draw);
        std::mt19937_64 random(1);
        for (const size_t count : {1000, 20011}) {
            std::vector<int64_t> values(count);
            for (int64_t& value : values)
                value = draw(random);
            verifyExact(values);
        }
    }
};

QTEST_APPLESS_MAIN(TestDelaySummary)
#include "tst_delaysummary.moc"
