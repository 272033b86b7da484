#pragma once

namespace core {

struct Analysis;

// What the lanes draw instead of millions of packets: minimum, maximum and fates per stretch of time, in
// powers of two. Built once per analysis, off the GUI thread; immutable, shared as std::shared_ptr<const
// PlotLevels>.
class PlotLevels {
public:
    [[nodiscard]] static PlotLevels build(const Analysis& analysis);
};

} // namespace core
