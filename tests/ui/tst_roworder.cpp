#include "ui/roworder.h"

#include <QtTest>
#include <algorithm>
#include <limits>
#include <random>

using namespace ui;

namespace {

std::vector<SortKey> keysOf(const std::vector<uint64_t>& keys)
{
    std::vector<SortKey> result;
    for (const uint64_t key : keys)
        result.push_back({key, static_cast<uint32_t>(result.size())});
    return result;
}

} // namespace

class RowOrderTest : public QObject {
    Q_OBJECT

private slots:
    void sortsNothing();
    void keepsEqualRowsAsTheyWere();
    void putsEmptyCellsLastBothWays();
    void ordersNegativeNumbers();
    void agreesWithTheStandardSort();
    void sortsAsWellInSmallSteps();
};

void RowOrderTest::sortsNothing() { QVERIFY(sortedRows({}, Qt::AscendingOrder).empty()); }

void RowOrderTest::keepsEqualRowsAsTheyWere()
{
    const auto keys = keysOf({2, 1, 2, 1});
    QCOMPARE(sortedRows(keys, Qt::AscendingOrder), (std::vector<uint32_t>{1, 3, 0, 2}));
    QCOMPARE(sortedRows(keys, Qt::DescendingOrder), (std::vector<uint32_t>{0, 2, 1, 3}));
}

void RowOrderTest::putsEmptyCellsLastBothWays()
{
    const auto keys = keysOf({emptyKey, 5, emptyKey, 9});
    QCOMPARE(sortedRows(keys, Qt::AscendingOrder), (std::vector<uint32_t>{1, 3, 0, 2}));
    QCOMPARE(sortedRows(keys, Qt::DescendingOrder), (std::vector<uint32_t>{3, 1, 0, 2}));
}

void RowOrderTest::ordersNegativeNumbers()
{
    QVERIFY(sortKeyOf(int64_t(-5)) < sortKeyOf(int64_t(-4)));
    QVERIFY(sortKeyOf(int64_t(-1)) < sortKeyOf(int64_t(0)));
    QVERIFY(sortKeyOf(-2.5) < sortKeyOf(-2.25));
    QVERIFY(sortKeyOf(-0.1) < sortKeyOf(0.1));
    QVERIFY(sortKeyOf(1e300) < emptyKey);
    QCOMPARE(sortKeyOf(std::numeric_limits<double>::quiet_NaN()), emptyKey);
}

void RowOrderTest::agreesWithTheStandardSort()
{
    std::mt19937_64 random(1); // NOLINT(cert-msc51-cpp): the same numbers every time
    std::vector<SortKey> keys;
    for (uint32_t i = 0; i < 20000; ++i)
        keys.push_back({sortKeyOf(static_cast<int64_t>(random() >> (random() % 60)) - 1000), i});
    auto expected = keys;
    std::stable_sort(
        expected.begin(), expected.end(), [](const SortKey& a, const SortKey& b) { return a.key < b.key; });
    const std::vector<uint32_t> rows = sortedRows(keys, Qt::AscendingOrder);
    QVERIFY(std::equal(rows.begin(), rows.end(), expected.begin(), expected.end(),
        [](uint32_t row, const SortKey& key) { return row == key.row; }));
}

void RowOrderTest::sortsAsWellInSmallSteps()
{
    std::mt19937_64 random(2); // NOLINT(cert-msc51-cpp): the same numbers every time
    std::vector<SortKey> keys;
    RowSort sort(Qt::DescendingOrder, 5000);
    for (uint32_t i = 0; i < 5000; ++i) {
        keys.push_back({i % 7 == 0 ? emptyKey : random() % 900, i});
        sort.add(keys.back());
    }
    int steps = 0;
    double done = 0;
    while (!sort.work(37)) {
        QVERIFY(sort.done() >= done && sort.done() <= 1);
        done = sort.done();
        ++steps;
    }
    QVERIFY(steps > 300);
    QCOMPARE(sort.takeRows(), sortedRows(keys, Qt::DescendingOrder));
    QVERIFY(RowSort(Qt::AscendingOrder, 0).work(1));
}

QTEST_APPLESS_MAIN(RowOrderTest)
#include "tst_roworder.moc"
