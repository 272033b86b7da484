#include "core/network/correlation.h"

#include "core/network/quantiletable.h"

#include <array>
#include <cmath>
#include <numbers>

namespace core {
namespace {

constexpr size_t terms = 40;

// Shares of the variance of gammaShape()(z) by degree of its Hermite expansion g = Σ a_k h_k, h_k orthonormal
// under the normal density. Two normals of correlation r give g's of correlation Σ share_k r^k (Mehler).
std::array<double, terms> gammaVarianceShares()
{
    const QuantileTable& shape = gammaShape();
    std::array<double, terms> coefficients{};
    constexpr double step = 1.0 / static_cast<double>(QuantileTable::cellsPerUnit);
    constexpr int halfCount = static_cast<int>(QuantileTable::limit / step);
    for (int i = -halfCount; i <= halfCount; ++i) {
        const double z = i * step;
        const double weighted = shape(z) * std::exp(-z * z / 2);
        double below = 0, hermite = 1;
        for (size_t k = 0; k < terms; ++k) {
            coefficients[k] += weighted * hermite;
            const auto degree = static_cast<double>(k);
            const double above = (z * hermite - std::sqrt(degree) * below) / std::sqrt(degree + 1);
            below = hermite;
            hermite = above;
        }
    }
    coefficients[0] = 0;
    double sum = 0;
    for (double& coefficient : coefficients) {
        coefficient *= coefficient;
        sum += coefficient;
    }
    for (double& coefficient : coefficients)
        coefficient /= sum;
    return coefficients;
}

double gammaCorrelation(double normalCorrelation)
{
    static const std::array<double, terms> shares = gammaVarianceShares();
    double sum = 0;
    for (size_t k = terms; k-- > 0;)
        sum = sum * normalCorrelation + shares[k];
    return sum;
}

// gammaCorrelation grows with its argument from 0 to 1.
double inverseGammaCorrelation(double correlation)
{
    double low = 0, high = 1;
    for (int i = 0; i < 50; ++i) {
        const double middle = (low + high) / 2;
        (gammaCorrelation(middle) < correlation ? low : high) = middle;
    }
    return low;
}

// Hides last-bit differences between C libraries.
double rounded(double value)
{
    constexpr int bits = 40;
    return std::ldexp(std::nearbyint(std::ldexp(value, bits)), -bits);
}

} // namespace

double copulaCorrelation(JitterModel model, double correlation)
{
    if (correlation <= 0)
        return 0;
    switch (model) {
    case JitterModel::Uniform:
        return rounded(2 * std::sin(std::numbers::pi * correlation / 6)); // Pearson 1907
    case JitterModel::Gamma:
        return rounded(inverseGammaCorrelation(correlation));
    case JitterModel::None:
    case JitterModel::Normal:
        break;
    }
    return correlation;
}

} // namespace core
