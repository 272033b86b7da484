#include "core/network/delaysource.h"

#include "core/base/wide.h"
#include "core/network/correlation.h"
#include "core/network/normalquantile.h"
#include "core/network/quantiletable.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core {

DelaySource::DelaySource(const NetworkSettings& settings, uint64_t seed)
    : m_draws(seed, DrawStream::Delay)
    , m_copyDraws(seed, DrawStream::DuplicateDelay)
    , m_model(settings.jitter.spread > ReceiverSpan() ? settings.jitter.model : JitterModel::None)
    , m_delayUs(static_cast<double>(settings.delay.ticks()))
    , m_spreadUs(static_cast<double>(settings.jitter.spread.ticks()))
{
    if (m_model == JitterModel::Uniform)
        m_table = &uniformShape();
    if (m_model == JitterModel::Gamma)
        m_table = &gammaShape();
    if (m_model != JitterModel::None)
        m_correlation = copulaCorrelation(m_model, settings.jitter.correlation);
    m_innovation = std::sqrt(1 - m_correlation * m_correlation);
}

inline ReceiverSpan DelaySource::fromShape(double shape) const
{
    const double delay = m_delayUs + m_spreadUs * shape;
    // Never negative; a call of lround would keep this from being vectorised.
    // NOLINTNEXTLINE(bugprone-incorrect-roundings)
    return ReceiverSpan(static_cast<int64_t>(std::max(delay, 0.0) + 0.5));
}

void DelaySource::draw(std::span<ReceiverSpan> out)
{
    for (; out.size() >= blockSize; out = out.subspan(blockSize))
        drawBlock(out.first<blockSize>());
    if (out.empty())
        return;
    std::array<ReceiverSpan, blockSize> last{};
    drawBlock(last);
    std::copy_n(last.begin(), out.size(), out.begin());
}

JITTERSCOPE_WIDE void DelaySource::drawBlock(std::span<ReceiverSpan, blockSize> out)
{
    Block units{};
    if (m_model != JitterModel::None) {
        for (size_t i = 0; i < blockSize; ++i)
            units[i] = m_draws.unit(m_packet + i);
    }
    bend(units, out);
}

void DelaySource::drawAt(std::span<const uint32_t> places, std::span<ReceiverSpan> out)
{
    for (size_t first = 0; first < out.size(); first += blockSize) {
        const size_t count = std::min(out.size() - first, blockSize);
        Block units{};
        units.fill(0.5);
        for (size_t i = 0; i < count; ++i)
            units[i] = m_draws.unit(places[first + i]);
        std::array<ReceiverSpan, blockSize> delays{};
        bend(units, delays);
        std::copy_n(delays.begin(), count, out.begin() + static_cast<std::ptrdiff_t>(first));
    }
}

JITTERSCOPE_WIDE void DelaySource::bend(Block& units, std::span<ReceiverSpan, blockSize> out)
{
    if (m_model == JitterModel::None) {
        units.fill(0);
    } else if (m_model == JitterModel::Uniform && m_correlation == 0) {
        for (double& unit : units)
            unit = 2 * unit - 1;
    } else {
        replaceByNormalQuantiles(units);
        correlate(units);
        for (double& unit : units)
            unit = m_table != nullptr ? (*m_table)(unit) : unit;
    }
    for (size_t i = 0; i < blockSize; ++i)
        out[i] = fromShape(units[i]);
    m_packet += blockSize;
}

// The first packet starts the sequence in its long-run distribution.
void DelaySource::correlate(std::span<double> normals)
{
    if (m_correlation == 0)
        return;
    for (size_t i = 0; i < normals.size(); ++i) {
        const bool isFirst = m_packet == 0 && i == 0;
        m_normal = isFirst ? normals[i] : m_correlation * m_normal + m_innovation * normals[i];
        normals[i] = m_normal;
    }
}

ReceiverSpan DelaySource::ofCopy(uint64_t copy) const
{
    return m_model == JitterModel::None ? fromShape(0) : fromUnit(m_copyDraws.unit(copy));
}

ReceiverSpan DelaySource::fromUnit(double unit) const
{
    return m_model == JitterModel::Uniform ? fromShape(2 * unit - 1) : fromNormal(normalQuantile(unit));
}

ReceiverSpan DelaySource::fromNormal(double z) const
{
    return fromShape(m_table != nullptr ? (*m_table)(z) : z);
}

} // namespace core
