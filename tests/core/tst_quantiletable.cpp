#include "core/network/quantiletable.h"

#include <QTest>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

using namespace core;

namespace {
double tail(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

double gammaQuantile(double z)
{
    const double x =
        z < 0 ? boost::math::gamma_p_inv(1.25, tail(z)) : boost::math::gamma_q_inv(1.25, tail(-z));
    return x / std::sqrt(1.25);
}
} // namespace

class TestQuantileTable : public QObject {
    Q_OBJECT
private slots:
    // With the largest spread of 10 s, 1e-7 is a microsecond.
    void gammaIsExactToATenMillionth()
    {
        double worst = 0;
        for (int i = 0; i <= 8500; ++i) {
            const double z = -8.3 + i * 0.001953;
            worst = std::max(worst, std::abs(gammaShape()(z) - gammaQuantile(z)));
        }
        QVERIFY2(worst < 1e-7, QByteArray::number(worst));
    }

    void uniformIsExactToATenMillionth()
    {
        double worst = 0;
        for (int i = 0; i <= 8500; ++i) {
            const double z = -8.3 + i * 0.001953;
            worst = std::max(worst, std::abs(uniformShape()(z) - std::erf(z / std::sqrt(2.0))));
        }
        QVERIFY2(worst < 1e-7, QByteArray::number(worst));
    }

    void neverFalls()
    {
        for (const QuantileTable* table : {&gammaShape(), &uniformShape()}) {
            double before = (*table)(-10);
            for (double z = -9.5; z < 9.5; z += 0.0071) {
                QVERIFY((*table)(z) >= before - 1e-10);
                before = (*table)(z);
            }
        }
    }

    void keepsTheEndBeyondItsLimits()
    {
        QCOMPARE(uniformShape()(50), uniformShape()(9));
        QCOMPARE(uniformShape()(-50), uniformShape()(-9));
        QVERIFY(gammaShape()(-50) >= 0);
    }
};

QTEST_APPLESS_MAIN(TestQuantileTable)
#include "tst_quantiletable.moc"
