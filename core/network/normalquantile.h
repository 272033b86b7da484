#pragma once

#include <span>

namespace core {

// The value that a standard normal variable stays below with probability u, 0 < u < 1; relative error about
// 1e-16. M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988). Uses nothing but basic
// arithmetic and square roots, so that every machine gets the same bits.
[[nodiscard]] double normalQuantile(double u);

// Puts the quantile in the place of each of these probabilities: the same values, several times as fast.
void replaceByNormalQuantiles(std::span<double> probabilities);

} // namespace core
