#pragma once

namespace core {

// The value that a standard normal variable stays below with probability u, 0 < u < 1; relative error about
// 1e-16. M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988). Uses nothing but basic
// arithmetic and square roots, so that every machine gets the same bits.
[[nodiscard]] double normalQuantile(double u);

} // namespace core
