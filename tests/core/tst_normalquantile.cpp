#include "core/network/normalquantile.h"

#include <QTest>
#include <boost/math/distributions/normal.hpp>
#include <cmath>

using namespace core;

class TestNormalQuantile : public QObject {
    Q_OBJECT
private slots:
    // Wichura 1988, the three values given to check an implementation.
    void givesThePublishedValues()
    {
        QVERIFY(std::abs(normalQuantile(0.25) - -0.6744897501960817) < 1e-15);
        QVERIFY(std::abs(normalQuantile(0.001) - -3.090232306167814) < 1e-14);
        QVERIFY(std::abs(normalQuantile(1e-20) - -9.262340089798408) < 1e-13);
    }

    void agreesWithAnIndependentImplementation()
    {
        const boost::math::normal normal;
        double worst = 0;
        const auto check = [&](double u) {
            const double expected = quantile(normal, u);
            const double error = std::abs(normalQuantile(u) - expected) / std::max(1e-3, std::abs(expected));
            worst = std::max(worst, error);
        };
        for (int i = 1; i < 100000; ++i)
            check(i / 100000.0);
        for (double u = 0.1; u > 1e-300; u /= 3)
            check(u);
        for (int bits = 4; bits <= 52; ++bits)
            check(1 - std::ldexp(1.0, -bits));
        QVERIFY2(worst < 4e-15, QByteArray::number(worst));
    }

    void isSymmetricAndZeroInTheMiddle()
    {
        QCOMPARE(normalQuantile(0.5), 0.0);
        for (const double u : {0.25, 0.0625, 0.03125, 0.0078125})
            QCOMPARE(normalQuantile(u), -normalQuantile(1 - u));
    }
};

QTEST_APPLESS_MAIN(TestNormalQuantile)
#include "tst_normalquantile.moc"
