#include "core/analysis/scenario.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace core {

namespace {

// The access functions are lambdas that give a reference into a scenario, constant or not.
template <auto access> constexpr Parameter milliseconds(std::string_view path, double minimum, double maximum)
{
    return {path, minimum, maximum,
        [](const Scenario& scenario) { return static_cast<double>(access(scenario).ticks()) / 1000; },
        [](Scenario& scenario, double value) {
            access(scenario) = ReceiverSpan(std::llround(value * 1000));
        }};
}

template <auto access> constexpr Parameter number(std::string_view path, double minimum, double maximum)
{
    return {path, minimum, maximum, [](const Scenario& scenario) -> double { return access(scenario); },
        [](Scenario& scenario, double value) { access(scenario) = value; }};
}

template <auto access> constexpr Parameter integer(std::string_view path, double minimum, double maximum)
{
    return {path, minimum, maximum,
        [](const Scenario& scenario) { return static_cast<double>(access(scenario)); },
        [](Scenario& scenario, double value) { access(scenario) = static_cast<int>(std::lround(value)); },
        true};
}

constexpr double largestCorrelation = 0.999;

constexpr std::array table{milliseconds < [](auto& s) -> auto& {return s.network.delay;
} // namespace
> ("network.delay_ms", 0, 10000), milliseconds < [](auto& s) -> auto& { return s.network.jitter.spread; }
> ("network.jitter.spread_ms", 0, 10000), number < [](auto& s) -> auto&
{
    return s.network.jitter.correlation;
}
> ("network.jitter.correlation", 0, largestCorrelation), number < [](auto& s) -> auto&
{
    return s.network.loss.rate;
}
> ("network.loss.rate", 0, 1), number < [](auto& s) -> auto& { return s.network.loss.burst; }
> ("network.loss.burst", 1, 1000), number < [](auto& s) -> auto& { return s.network.reorder.rate; }
> ("network.reorder.rate", 0, 1), number < [](auto& s) -> auto& { return s.network.reorder.correlation; }
> ("network.reorder.correlation", 0, largestCorrelation), integer < [](auto& s) -> auto&
{
    return s.network.reorder.gap;
}
> ("network.reorder.gap", 1, 1000), number < [](auto& s) -> auto& { return s.network.duplicateRate; }
> ("network.duplicate.rate", 0, 1), number < [](auto& s) -> auto& { return s.network.driftPpm; }
> ("network.drift_ppm", -1000, 1000), milliseconds < [](auto& s) -> auto& { return s.buffer.playoutDelay; }
> ("buffer.playout_delay_ms", 0, 10000), milliseconds < [](auto& s) -> auto& { return s.buffer.maxDuration; }
> ("buffer.max_duration_ms", 1, 600000), milliseconds < [](auto& s) -> auto& { return s.buffer.epsilon; }
> ("buffer.epsilon_ms", 0, 1000), milliseconds < [](auto& s) -> auto& { return s.buffer.lossStep; }
> ("buffer.loss_step_ms", 1, 10000), milliseconds < [](auto& s) -> auto& { return s.buffer.lossThreshold; }
> ("buffer.loss_threshold_ms", 0, 60000), milliseconds < [](auto& s) -> auto& { return s.buffer.maxLoss; }
> ("buffer.max_loss_ms", 0, 600000),
}; // namespace core

std::string text(double value)
{
    std::array<char, 64> digits{};
    const auto [end, error] =
        std::to_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
    return {digits.data(), end};
}

tl::unexpected<Error> outOfRange(std::string_view path, double minimum, double maximum)
{
    return failure(ErrorCode::OutOfRange, std::string(path) + ": " + text(minimum) + " … " + text(maximum));
}

// A good state that is left with certainty still has to make up for the runs of losses.
Result<void> checkedBurst(const NetworkSettings::Loss& loss)
{
    if (loss.model != LossModel::GilbertElliott)
        return {};
    const Parameter* burst = findParameter("network.loss.burst");
    const double smallest = smallestBurst(loss.rate);
    if (smallest > burst->maximum)
        return outOfRange("network.loss.rate", 0, 0.999);
    // Rates are rarely exact: 0.9 asks for a little more than the 9 that it means.
    constexpr double rounding = 1e-9;
    if (loss.burst < smallest - rounding)
        return outOfRange(burst->path, std::ceil(smallest * 1000 - 1e-6) / 1000, burst->maximum);
    return {};
}

} // namespace

std::span<const Parameter> parameters() { return table; }

const Parameter* findParameter(std::string_view path)
{
    const auto* const found = std::find_if(
        table.begin(), table.end(), [&](const Parameter& parameter) { return parameter.path == path; });
    return found == table.end() ? nullptr : found;
}

Result<void> validated(const Parameter& parameter, double value)
{
    const bool isInside = value >= parameter.minimum && value <= parameter.maximum;
    if (!isInside) // "not a number" is outside
        return outOfRange(parameter.path, parameter.minimum, parameter.maximum);
    return {};
}

Result<void> validated(const Scenario& scenario)
{
    for (const Parameter& parameter : table) {
        if (Result<void> valid = validated(parameter, parameter.get(scenario)); !valid)
            return valid;
    }
    return checkedBurst(scenario.network.loss);
}

} // namespace core
