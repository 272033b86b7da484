#include "core/network/quantiletable.h"

#include <boost/math/special_functions/gamma.hpp>
#include <cmath>

namespace core {
namespace {

constexpr double shape = 1.25;

double lowerTail(double z) { return 0.5 * std::erfc(-z / std::sqrt(2.0)); }

double uniformValue(double z) { return std::erf(z / std::sqrt(2.0)); }

double gammaValue(double z)
{
    const double value = z < 0 ? boost::math::gamma_p_inv(shape, lowerTail(z))
                               : boost::math::gamma_q_inv(shape, lowerTail(-z));
    return value / std::sqrt(shape);
}

double rounded(double value)
{
    constexpr int bits = 36;
    return std::ldexp(std::nearbyint(std::ldexp(value, bits)), -bits);
}

} // namespace

QuantileTable::QuantileTable(Function function)
{
    // Node i is at z = (i - 1) / cellsPerUnit - limit: one more at either end than there are cells to bound.
    std::array<double, cells + 3> nodes{};
    for (size_t i = 0; i < nodes.size(); ++i) {
        const double steps = static_cast<double>(i) - 1;
        nodes[i] = rounded(function(steps / static_cast<double>(cellsPerUnit) - limit));
    }
    // The cubic through the four nodes around each cell (Lagrange), in powers of t = 0 … 1 across the cell.
    for (size_t i = 0; i < cells; ++i) {
        const double before = nodes[i], left = nodes[i + 1], right = nodes[i + 2], after = nodes[i + 3];
        m_cubics[i] = {left, right - before / 3 - left / 2 - after / 6, (before + right) / 2 - left,
            (after - before) / 6 + (left - right) / 2};
    }
    m_last = nodes[cells + 1];
}

const QuantileTable& uniformShape()
{
    static const QuantileTable table(uniformValue);
    return table;
}

const QuantileTable& gammaShape()
{
    static const QuantileTable table(gammaValue);
    return table;
}

} // namespace core
