#include "core/analysis/sweep.h"

#include "core/network/simulator.h"
#include "core/playout/timeline.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <future>
#include <mutex>
#include <utility>

namespace core {

namespace {

// What a run holds for each packet is about 60 bytes: a worker less for every 240 MB.
constexpr size_t mostPacketsAtOnce = 4'000'000;
// Arrivals that are kept for all values, 100 MB. What does not fit is simulated again.
constexpr size_t mostArrivalsKept = 8'000'000;

// What the network makes of one seed.
struct Transmission {
    Arrivals arrivals;
    Statistics statistics; // as far as the arrivals decide them
};

Transmission transmitted(const Capture& capture, const Scenario& scenario, Arrivals recycled = {})
{
    Transmission sent{simulate(capture, scenario.network, scenario.seed, std::move(recycled)), {}};
    sent.statistics = statisticsOfArrivals(capture, sent.arrivals, scenario.network.driftPpm);
    return sent;
}

class SpreadBuilder {
public:
    void add(std::optional<double> value)
    {
        if (!value)
            return;
        m_spread.least = m_spread.count == 0 ? *value : std::min(m_spread.least, *value);
        m_spread.greatest = m_spread.count == 0 ? *value : std::max(m_spread.greatest, *value);
        m_sum += *value;
        ++m_spread.count;
    }
    // The mean of equal numbers is that number, whatever adding them up has lost.
    [[nodiscard]] SweepSpread spread() const
    {
        SweepSpread result = m_spread;
        if (result.count > 0)
            result.mean = std::clamp(m_sum / result.count, result.least, result.greatest);
        return result;
    }

private:
    SweepSpread m_spread;
    double m_sum = 0;
};

// Calls work(i, memory) for every i below count, on so many threads; each keeps a Memory of its own.
template <typename Memory, typename Work>
void workThrough(size_t count, size_t workers, const JobControl& job, Work work)
{
    std::atomic<size_t> next = 0;
    const auto run = [&] {
        Memory memory;
        for (size_t i = next++; i < count && !job.isCancelled(); i = next++)
            work(i, memory);
    };
    std::vector<std::future<void>> others;
    while (others.size() + 1 < std::min(workers, count))
        others.push_back(std::async(std::launch::async | std::launch::deferred, run));
    run();
    for (std::future<void>& other : others)
        other.get(); // hands on what it throws
}

// One sweep under way. Its functions are called by several threads.
class Sweeper {
public:
    Sweeper(const Capture& capture, const SweepPlan& plan,
        const std::function<void(const SweepPoint&)>& publish, const JobControl& job)
        : m_capture(capture)
        , m_plan(plan)
        , m_publish(publish)
        , m_job(job)
    {
        for (const double value : plan.values)
            m_scenarios.push_back(plan.scenarioOf(value));
        m_kept.resize(keptSeeds());
        m_steps = m_kept.size() + m_scenarios.size() * static_cast<size_t>(plan.seeds);
    }

    void run(size_t workers)
    {
        const size_t packets = std::max<size_t>(m_capture.packets().size(), 1);
        workers = std::clamp<size_t>(mostPacketsAtOnce / packets, 1, std::max<size_t>(workers, 1));
        struct Nothing { };
        workThrough<Nothing>(m_kept.size(), workers, m_job, [this](size_t seed, Nothing&) {
            m_kept[seed] = transmitted(m_capture, seeded(*m_firstValid, seed));
            advance(1);
        });
        workThrough<Memory>(m_scenarios.size(), workers, m_job,
            [this](size_t place, Memory& memory) { find(place, memory); });
    }

private:
    // Used again from run to run.
    struct Memory {
        Transmission sent;
        Timeline timeline;
    };

    [[nodiscard]] Scenario seeded(const Scenario& scenario, size_t seed) const
    {
        Scenario result = scenario;
        result.seed = m_plan.base.seed + seed;
        return result;
    }

    // For so many seeds, the first ones, arrivals are kept, because they are the same for all values.
    [[nodiscard]] size_t keptSeeds()
    {
        size_t valid = 0;
        for (const Result<Scenario>& scenario : m_scenarios) {
            if (!scenario)
                continue;
            ++valid;
            if (m_firstValid == nullptr)
                m_firstValid = &*scenario;
            else if (scenario->network != m_firstValid->network)
                return 0;
        }
        const size_t fitting = mostArrivalsKept / std::max<size_t>(m_capture.packets().size(), 1);
        return valid < 2 ? 0 : std::min(static_cast<size_t>(m_plan.seeds), fitting);
    }

    void find(size_t place, Memory& memory)
    {
        SweepPoint point;
        point.place = place;
        point.value = m_plan.values[place];
        const Result<Scenario>& scenario = m_scenarios[place];
        const auto seeds = static_cast<size_t>(m_plan.seeds);
        if (!scenario) {
            point.problem = scenario.error();
            advance(seeds);
        }
        std::array<SpreadBuilder, sweepMeasures> spreads;
        for (size_t seed = 0; scenario && seed < seeds; ++seed) {
            if (m_job.isCancelled())
                return;
            const auto measured = sweepMeasuresOf(analysed(seeded(*scenario, seed), seed, memory));
            for (size_t measure = 0; measure < sweepMeasures; ++measure)
                spreads.at(measure).add(measured.at(measure));
            ++point.seeds;
            advance(1);
        }
        std::ranges::transform(spreads, point.spreads.begin(), &SpreadBuilder::spread);
        const std::lock_guard lock(m_mutex);
        m_publish(point);
    }

    // The statistics that analyze() finds, without the lists that nobody reads here.
    [[nodiscard]] Statistics analysed(const Scenario& scenario, size_t seed, Memory& memory) const
    {
        if (seed >= m_kept.size())
            memory.sent = transmitted(m_capture, scenario, std::move(memory.sent.arrivals));
        const Transmission& sent = seed < m_kept.size() ? m_kept[seed] : memory.sent;
        memory.timeline = playOut(
            m_capture, sent.arrivals, scenario.buffer, scenario.concealment, std::move(memory.timeline));
        Statistics statistics = sent.statistics;
        addPlayout(m_capture, memory.timeline, scenario.network.driftPpm, statistics);
        return statistics;
    }

    void advance(size_t steps)
    {
        const std::lock_guard lock(m_mutex);
        m_stepsDone += steps;
        m_job.report(static_cast<double>(m_stepsDone) / static_cast<double>(m_steps));
    }

    const Capture& m_capture;
    const SweepPlan& m_plan;
    const std::function<void(const SweepPoint&)>& m_publish;
    const JobControl& m_job;
    std::vector<Result<Scenario>> m_scenarios; // by place
    const Scenario* m_firstValid = nullptr; // of them
    std::vector<Transmission> m_kept; // by seed
    size_t m_steps = 0;

    std::mutex m_mutex; // for all below, and what is called
    size_t m_stepsDone = 0;
};

} // namespace

Result<Scenario> SweepPlan::scenarioOf(double value) const
{
    if (const Result<void> valid = validated(*parameter, value); !valid)
        return tl::unexpected(valid.error());
    Scenario scenario = base;
    parameter->set(scenario, value);
    if (const Result<void> valid = validated(scenario); !valid)
        return tl::unexpected(valid.error());
    return scenario;
}

std::vector<double> evenValues(const Parameter& parameter, double from, double to, int steps)
{
    constexpr double perUnit = 1e9;
    std::vector<double> values;
    for (int step = 0; step < steps; ++step) {
        const double share = steps > 1 ? static_cast<double>(step) / (steps - 1) : 0;
        double value = std::lerp(from, to, share);
        if (validated(parameter, value)) { // what is outside can't be held
            Scenario holder;
            parameter.set(holder, std::round(value * perUnit) / perUnit);
            value = parameter.get(holder);
        }
        if (values.empty() || value != values.back())
            values.push_back(value);
    }
    return values;
}

std::array<std::optional<double>, sweepMeasures> sweepMeasuresOf(const Statistics& statistics)
{
    const auto share = [](auto part, auto whole) {
        return whole > 0 ? std::optional(static_cast<double>(part) / static_cast<double>(whole))
                         : std::nullopt;
    };
    const bool isAnyPlayed = statistics.bufferWait.count > 0;
    const auto ifPlayed = [isAnyPlayed](
                              double value) { return isAnyPlayed ? std::optional(value) : std::nullopt; };
    return {share(concealedOrStalled(statistics).ticks(), statistics.playout.ticks()),
        static_cast<double>(statistics.gaps), static_cast<double>(statistics.longestGap.ticks()),
        share(statistics.packetsLate, statistics.packetsSent),
        share(statistics.packetsLost, statistics.packetsSent), ifPlayed(statistics.bufferWait.meanUs),
        ifPlayed(statistics.mouthToEarUs)};
}

std::optional<size_t> bestPlace(std::span<const SweepPoint> points)
{
    const SweepPoint* best = nullptr;
    const auto keyOf = [](const SweepPoint& point) {
        return std::pair(point[SweepMeasure::ConcealedOrStalled].mean, point.value);
    };
    for (const SweepPoint& point : points) {
        const bool hasPlayout =
            point.seeds > 0 && point[SweepMeasure::ConcealedOrStalled].count == point.seeds;
        if (hasPlayout && (best == nullptr || keyOf(point) < keyOf(*best)))
            best = &point;
    }
    return best == nullptr ? std::nullopt : std::optional(best->place);
}

Result<void> sweep(const std::shared_ptr<const Capture>& capture, const SweepPlan& plan,
    const std::function<void(const SweepPoint& point)>& publish, const JobControl& job, size_t workers)
{
    Sweeper(*capture, plan, publish, job).run(workers);
    if (job.isCancelled())
        return failure(ErrorCode::Cancelled);
    return {};
}

} // namespace core
