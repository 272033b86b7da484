#include "app/blindtest.h"

#include <QTest>

using app::BlindTest;
using app::chanceByGuessing;
using ui::BlindSound;

class TestBlindTest : public QObject {
    Q_OBJECT

private slots:
    // Counted by hand: the sum of C(n, k) from k = right on, by 2^n.
    void chanceIsTheBinomialTail_data()
    {
        QTest::addColumn<int>("right");
        QTest::addColumn<int>("trials");
        QTest::addColumn<double>("chance");
        QTest::newRow("no trial") << 0 << 0 << 1.0;
        QTest::newRow("none right") << 0 << 5 << 1.0;
        QTest::newRow("one of one") << 1 << 1 << 0.5;
        QTest::newRow("all of five") << 5 << 5 << 1.0 / 32;
        QTest::newRow("two of four") << 2 << 4 << 11.0 / 16; // 6 + 4 + 1
        QTest::newRow("nine of ten") << 9 << 10 << 11.0 / 1024; // 10 + 1
        QTest::newRow("eight of ten") << 8 << 10 << 56.0 / 1024; // 45 + 10 + 1
        QTest::newRow("twelve of sixteen") << 12 << 16 << 2517.0 / 65536; // 1820 + 560 + 120 + 16 + 1
        QTest::newRow("half and more of an odd number") << 51 << 101 << 0.5; // by symmetry
    }
    void chanceIsTheBinomialTail()
    {
        QFETCH(const int, right);
        QFETCH(const int, trials);
        QFETCH(const double, chance);
        QVERIFY(std::abs(chanceByGuessing(right, trials) - chance) < 1e-12);
    }

    void countsWhatWasRecognised()
    {
        std::vector<bool> coins{true, false, false, true};
        size_t next = 0;
        BlindTest test([&] { return coins[next++]; });
        QCOMPARE(test.x(), BlindSound::A);
        QCOMPARE(test.x(), BlindSound::A); // it stays until it is answered
        test.answer(BlindSound::A);
        QVERIFY(test.wasRight());
        QCOMPARE(test.lastX(), BlindSound::A);
        QCOMPARE(test.x(), BlindSound::B);
        test.answer(BlindSound::A);
        QVERIFY(!test.wasRight());
        QCOMPARE(test.lastX(), BlindSound::B);
        test.answer(BlindSound::B);
        QCOMPARE(test.trials(), 3);
        QCOMPARE(test.right(), 2);
        QCOMPARE(test.x(), BlindSound::A);
    }
};

QTEST_APPLESS_MAIN(TestBlindTest)
#include "tst_blindtest.moc"
