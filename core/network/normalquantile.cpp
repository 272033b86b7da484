#include "core/network/normalquantile.h"

#include "core/base/wide.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

namespace core {
namespace {

// Coefficients from the constant term upwards.
using Coefficients = std::array<double, 8>;

constexpr Coefficients centreNumerator = {3.3871328727963666080e0, 1.3314166789178437745e+2,
    1.9715909503065514427e+3, 1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
    3.3430575583588128105e+4, 2.5090809287301226727e+3};
constexpr Coefficients centreDenominator = {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2,
    5.3941960214247511077e+3, 2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
    5.2264952788528545610e+3};
constexpr Coefficients tailNumerator = {1.42343711074968357734e0, 4.63033784615654529590e0,
    5.76949722146069140550e0, 3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr Coefficients tailDenominator = {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0,
    6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
    5.47593808499534494600e-4, 1.05075007164441684324e-9};
constexpr Coefficients farNumerator = {6.65790464350110377720e0, 5.46378491116411436990e0,
    1.78482653991729133580e0, 2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr Coefficients farDenominator = {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1,
    1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
    1.42151175831644588870e-7, 2.04426310338993978564e-15};

// Of the logarithm below, from the highest power downwards.
constexpr std::array<double, 11> logarithmSeries = {
    1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13, 1.0 / 11, 1.0 / 9, 1.0 / 7, 1.0 / 5, 1.0 / 3, 1.0};

constexpr double polynomial(const Coefficients& c, double x)
{
    return ((((((c[7] * x + c[6]) * x + c[5]) * x + c[4]) * x + c[3]) * x + c[2]) * x + c[1]) * x + c[0];
}

// Natural logarithm of 0 < x < 1. That of the C library may differ in the last bit between machines; this one
// is a series in s = (m - 1) / (m + 1) for the mantissa m in [√½, √2): ln m = 2 (s + s³/3 + s⁵/5 + …).
inline double logarithm(double x)
{
    // The mantissa in [½, 1) and its exponent, from the bits of a normal number.
    const auto bits = std::bit_cast<uint64_t>(x);
    const auto half = std::bit_cast<double>((bits & 0x000fffffffffffffU) | 0x3fe0000000000000U);
    const bool isSmall = half < 0.70710678118654752;
    const double mantissa = isSmall ? half * 2 : half;
    const int exponent = static_cast<int>(bits >> 52U) - (isSmall ? 1023 : 1022);
    const double s = (mantissa - 1) / (mantissa + 1);
    const double square = s * s;
    double sum = 0;
    for (const double coefficient : logarithmSeries)
        sum = sum * square + coefficient;
    return exponent * 0.69314718055994530942 + 2 * s * sum;
}

// Of a probability below the centre, from r = √-ln p.
constexpr double farthestNear = 5;
constexpr double nearTail(double r)
{
    return polynomial(tailNumerator, r - 1.6) / polynomial(tailDenominator, r - 1.6);
}
constexpr double farTail(double r)
{
    return polynomial(farNumerator, r - 5) / polynomial(farDenominator, r - 5);
}

inline double tailQuantile(double tailProbability)
{
    const double r = std::sqrt(-logarithm(tailProbability));
    return r <= farthestNear ? nearTail(r) : farTail(r);
}

// Right for |q| ≤ 0.425, q = u - 0.5.
constexpr double centreQuantile(double q)
{
    const double r = 0.180625 - q * q;
    return q * polynomial(centreNumerator, r) / polynomial(centreDenominator, r);
}

constexpr bool isCentre(double u) { return u - 0.5 <= 0.425 && u - 0.5 >= -0.425; }

double sideQuantile(double u) { return u < 0.5 ? -tailQuantile(u) : tailQuantile(1 - u); }

constexpr size_t blockSize = 64;

// Values taken out of a block, to be worked on side by side.
struct Tails {
    std::array<double, blockSize> values{};
    std::array<uint8_t, blockSize> places{};
    size_t count = 0;

    // So many as fill the widest registers; those behind `count` are of no use.
    [[nodiscard]] size_t paddedCount() const { return (count + 3) / 4 * 4; }
};

inline Tails tailsOf(std::span<const double> values)
{
    Tails tails;
    for (size_t i = 0; i < values.size(); ++i) {
        tails.values[tails.count] = values[i];
        tails.places[tails.count] = static_cast<uint8_t>(i);
        tails.count += isCentre(values[i]) ? 0 : 1;
    }
    return tails;
}

// The loops have no branches, so that the processor works on several values at a time.
inline void replaceTails(const Tails& tails, std::span<double> block)
{
    std::array<double, blockSize> distances; // NOLINT(*-member-init): filled as far as it is used
    std::array<double, blockSize> quantiles; // NOLINT(*-member-init)
    for (size_t i = 0; i < tails.paddedCount(); ++i) {
        const double u = tails.values[i];
        distances[i] = std::sqrt(-logarithm(u < 0.5 ? u : 1 - u));
    }
    for (size_t i = 0; i < tails.paddedCount(); ++i)
        quantiles[i] = nearTail(distances[i]);
    for (size_t i = 0; i < tails.count; ++i) {
        const double quantile = distances[i] <= farthestNear ? quantiles[i] : farTail(distances[i]);
        block[tails.places[i]] = tails.values[i] < 0.5 ? -quantile : quantile;
    }
}

} // namespace

double normalQuantile(double u) { return isCentre(u) ? centreQuantile(u - 0.5) : sideQuantile(u); }

JITTERSCOPE_WIDE void replaceByNormalQuantiles(std::span<double> probabilities)
{
    while (!probabilities.empty()) {
        const std::span<double> block = probabilities.first(std::min(blockSize, probabilities.size()));
        const Tails tails = tailsOf(block);
        for (double& value : block)
            value = centreQuantile(value - 0.5);
        replaceTails(tails, block);
        probabilities = probabilities.subspan(block.size());
    }
}

} // namespace core
