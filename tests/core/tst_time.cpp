#include "core/base/time.h"

#include <QTest>
#include <type_traits>

using namespace core;

class TestTime : public QObject {
    Q_OBJECT
private slots:
    void samplesBecomeTheNearestMicrosecond_data()
    {
        QTest::addColumn<qint64>("samples");
        QTest::addColumn<qint64>("micros");
        QTest::newRow("zero") << qint64(0) << qint64(0);
        QTest::newRow("2.5 ms") << qint64(120) << qint64(2500);
        QTest::newRow("1 sample = 20.83 us") << qint64(1) << qint64(21);
        QTest::newRow("2 samples = 41.67 us") << qint64(2) << qint64(42);
        QTest::newRow("3 samples = 62.5 us, halves go up") << qint64(3) << qint64(63);
        QTest::newRow("-1 sample") << qint64(-1) << qint64(-21);
        QTest::newRow("-3 samples, halves go up") << qint64(-3) << qint64(-62);
        QTest::newRow("a day") << qint64(86400) * 48000 << qint64(86400) * 1000000;
    }
    void samplesBecomeTheNearestMicrosecond()
    {
        QFETCH(qint64, samples);
        QFETCH(qint64, micros);
        QCOMPARE(toReceiverSpan(MediaSpan(samples)).ticks(), micros);
    }

    void microsecondsBecomeTheNearestSample()
    {
        QCOMPARE(toMediaSpan(ReceiverSpan(20)).ticks(), 1); // 0.96
        QCOMPARE(toMediaSpan(ReceiverSpan(10)).ticks(), 0); // 0.48
        QCOMPARE(toMediaSpan(ReceiverSpan(-20)).ticks(), -1);
        QCOMPARE(toMediaSpan(ReceiverSpan(1000000)).ticks(), 48000);
    }

    void everySampleComesBackFromItsMicrosecond()
    {
        for (int64_t sample = -2000; sample <= 2000; ++sample)
            QCOMPARE(toMediaSpan(toReceiverSpan(MediaSpan(sample))).ticks(), sample);
    }

    void clocksDoNotMix()
    {
        static_assert(!std::is_convertible_v<MediaSpan, ReceiverSpan>);
        static_assert(!std::is_convertible_v<int64_t, MediaSpan>);
        static_assert(!std::is_convertible_v<MediaTime, MediaSpan>);
        QCOMPARE((MediaTime(10) - MediaTime(4)).ticks(), 6);
        QVERIFY(ReceiverTime(1) < ReceiverTime(2));
    }
};

QTEST_APPLESS_MAIN(TestTime)
#include "tst_time.moc"
