#include "core/analysis/scenario.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <type_traits>

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

template <auto access> constexpr Choice choice(std::string_view path, size_t count)
{
    return {path, count, [](const Scenario& scenario) { return static_cast<size_t>(access(scenario)); },
        [](Scenario& scenario, size_t value) {
            auto& chosen = access(scenario);
            chosen = static_cast<std::remove_reference_t<decltype(chosen)>>(value);
        }};
}

constexpr double largestCorrelation = 0.999;

constexpr auto toDelay = [](auto& s) -> auto& { return s.network.delay; };
constexpr auto toJitterSpread = [](auto& s) -> auto& { return s.network.jitter.spread; };
constexpr auto toJitterCorrelation = [](auto& s) -> auto& { return s.network.jitter.correlation; };
constexpr auto toLossRate = [](auto& s) -> auto& { return s.network.loss.rate; };
constexpr auto toLossBurst = [](auto& s) -> auto& { return s.network.loss.burst; };
constexpr auto toReorderRate = [](auto& s) -> auto& { return s.network.reorder.rate; };
constexpr auto toReorderCorrelation = [](auto& s) -> auto& { return s.network.reorder.correlation; };
constexpr auto toReorderGap = [](auto& s) -> auto& { return s.network.reorder.gap; };
constexpr auto toDuplicateRate = [](auto& s) -> auto& { return s.network.duplicateRate; };
constexpr auto toDrift = [](auto& s) -> auto& { return s.network.driftPpm; };
constexpr auto toPlayoutDelay = [](auto& s) -> auto& { return s.buffer.playoutDelay; };
constexpr auto toMaxDuration = [](auto& s) -> auto& { return s.buffer.maxDuration; };
constexpr auto toEpsilon = [](auto& s) -> auto& { return s.buffer.epsilon; };
constexpr auto toLossStep = [](auto& s) -> auto& { return s.buffer.lossStep; };
constexpr auto toLossThreshold = [](auto& s) -> auto& { return s.buffer.lossThreshold; };
constexpr auto toMaxLoss = [](auto& s) -> auto& { return s.buffer.maxLoss; };
constexpr auto toJitterModel = [](auto& s) -> auto& { return s.network.jitter.model; };
constexpr auto toLossModel = [](auto& s) -> auto& { return s.network.loss.model; };
constexpr auto toStrategy = [](auto& s) -> auto& { return s.buffer.strategy; };
constexpr auto toConcealment = [](auto& s) -> auto& { return s.concealment; };

constexpr std::array parameterTable{
    milliseconds<toDelay>("network.delay_ms", 0, 10000),
    milliseconds<toJitterSpread>("network.jitter.spread_ms", 0, 10000),
    number<toJitterCorrelation>("network.jitter.correlation", 0, largestCorrelation),
    number<toLossRate>("network.loss.rate", 0, 1),
    number<toLossBurst>("network.loss.burst", 1, 1000),
    number<toReorderRate>("network.reorder.rate", 0, 1),
    number<toReorderCorrelation>("network.reorder.correlation", 0, largestCorrelation),
    integer<toReorderGap>("network.reorder.gap", 1, 1000),
    number<toDuplicateRate>("network.duplicate.rate", 0, 1),
    number<toDrift>("network.drift_ppm", -1000, 1000),
    milliseconds<toPlayoutDelay>("buffer.playout_delay_ms", 0, 10000),
    milliseconds<toMaxDuration>("buffer.max_duration_ms", 1, 600000),
    milliseconds<toEpsilon>("buffer.epsilon_ms", 0, 1000),
    milliseconds<toLossStep>("buffer.loss_step_ms", 1, 10000),
    milliseconds<toLossThreshold>("buffer.loss_threshold_ms", 0, 60000),
    milliseconds<toMaxLoss>("buffer.max_loss_ms", 0, 600000),
};

constexpr std::array choiceTable{
    choice<toJitterModel>("network.jitter.model", 4),
    choice<toLossModel>("network.loss.model", 3),
    choice<toStrategy>("buffer.strategy", 3),
    choice<toConcealment>("concealment.mode", 3),
};

template <typename Table> auto* foundIn(const Table& table, std::string_view path)
{
    const auto found = std::ranges::find_if(table, [path](const auto& entry) { return entry.path == path; });
    return found == table.end() ? nullptr : &*found;
}

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

std::span<const Parameter> parameters() { return parameterTable; }

const Parameter* findParameter(std::string_view path) { return foundIn(parameterTable, path); }

std::span<const Choice> choices() { return choiceTable; }

const Choice* findChoice(std::string_view path) { return foundIn(choiceTable, path); }

Result<void> validated(const Parameter& parameter, double value)
{
    const bool isInside = value >= parameter.minimum && value <= parameter.maximum;
    if (!isInside) // "not a number" is outside
        return outOfRange(parameter.path, parameter.minimum, parameter.maximum);
    return {};
}

Result<void> validated(const Scenario& scenario)
{
    for (const Parameter& parameter : parameterTable) {
        if (Result<void> valid = validated(parameter, parameter.get(scenario)); !valid)
            return valid;
    }
    return checkedBurst(scenario.network.loss);
}

} // namespace core
