#include "core/base/largevector.h"

#include <QTest>
#include <cstdint>
#include <new>
#include <numeric>
#include <tuple>

using core::LargeVector;

class TestLargeVector : public QObject {
    Q_OBJECT

private slots:
    void lyingOnLargePagesIsForLargeOnes()
    {
        constexpr uintptr_t page = 2 << 20;
        const LargeVector<int32_t> large(page / sizeof(int32_t));
        QCOMPARE(reinterpret_cast<uintptr_t>(large.data()) % page, uintptr_t(0));
        const LargeVector<int32_t> small(3);
        QVERIFY(small == LargeVector<int32_t>({0, 0, 0}));
    }

    void valuesStayWhereTheVectorGrowsOntoThem()
    {
        constexpr int count = 2000000; // 8 MB
        LargeVector<int> values;
        for (int i = 0; i < count; ++i)
            values.push_back(i);
        LargeVector<int> expected(count);
        std::iota(expected.begin(), expected.end(), 0);
        QVERIFY(values == expected);
        values.resize(3);
        values.shrink_to_fit();
        QVERIFY(values == LargeVector<int>({0, 1, 2}));
    }

    void moreThanThereCanBeIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(
            std::bad_alloc, std::ignore = core::LargeAllocator<int64_t>().allocate(SIZE_MAX / 4));
    }
};

QTEST_APPLESS_MAIN(TestLargeVector)
#include "tst_largevector.moc"
