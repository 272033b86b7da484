#pragma once

#include <array>
#include <cstddef>

namespace core {

// A smooth function of a standard normal variable z, tabulated for |z| ≤ 9 and interpolated by cubics (error
// below 1e-7 of a standard deviation); outside it keeps the value of the end. The values at the nodes are
// rounded to multiples of 2^-36, so that last-bit differences between C libraries do not show.
class QuantileTable {
public:
    static constexpr double limit = 9;
    static constexpr size_t cellsPerUnit = 32;
    static constexpr size_t cells = 18 * cellsPerUnit; // over both signs of z

    using Function = double (*)(double z);
    explicit QuantileTable(Function function);

    [[nodiscard]] double operator()(double z) const
    {
        if (z <= -limit)
            return m_cubics.front()[0];
        if (z >= limit)
            return m_last;
        const double position = (z + limit) * static_cast<double>(cellsPerUnit);
        const auto cell = static_cast<size_t>(position);
        const double t = position - static_cast<double>(cell);
        const auto& c = m_cubics[cell];
        return ((c[3] * t + c[2]) * t + c[1]) * t + c[0];
    }

private:
    std::array<std::array<double, 4>, cells> m_cubics{};
    double m_last = 0;
};

// 2 Φ(z) - 1: uniform in (-1, 1).
[[nodiscard]] const QuantileTable& uniformShape();
// Gamma variable of shape 1.25, scaled to standard deviation 1 (its mean is √1.25).
[[nodiscard]] const QuantileTable& gammaShape();

} // namespace core
