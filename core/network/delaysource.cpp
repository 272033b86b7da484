#include "core/network/delaysource.h"

#include "core/network/correlation.h"
#include "core/network/normalquantile.h"
#include "core/network/quantiletable.h"

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

ReceiverSpan DelaySource::next()
{
    const uint64_t packet = m_packet++;
    if (m_correlation == 0)
        return m_model == JitterModel::None ? fromShape(0) : fromUnit(m_draws.unit(packet));
    // The first packet starts the sequence in its long-run distribution.
    const double fresh = normalQuantile(m_draws.unit(packet));
    m_normal = packet == 0 ? fresh : m_correlation * m_normal + m_innovation * fresh;
    return fromNormal(m_normal);
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

ReceiverSpan DelaySource::fromShape(double shape) const
{
    const double delay = m_delayUs + m_spreadUs * shape;
    return ReceiverSpan(delay > 0 ? static_cast<int64_t>(delay + 0.5) : 0);
}

} // namespace core
