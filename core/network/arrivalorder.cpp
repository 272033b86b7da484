#include "core/network/arrivalorder.h"

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>

namespace core {
namespace {

// Insertion sort wins as long as the mean shift stays below this.
constexpr size_t shiftsPerArrival = 16;

bool isEarlier(const Arrival& a, const Arrival& b) { return a.time < b.time; }

// Moves the arrival at `index` to its place among the sorted ones before it. Returns the number of shifts,
// which stops at `limit`: then the arrival stands where it has got to.
size_t insert(std::span<Arrival> arrivals, size_t index, size_t limit)
{
    const Arrival arrival = arrivals[index];
    size_t hole = index;
    const size_t last = index - std::min(index, limit);
    for (; hole > last && isEarlier(arrival, arrivals[hole - 1]); --hole)
        arrivals[hole] = arrivals[hole - 1];
    arrivals[hole] = arrival;
    return index - hole;
}

} // namespace

ArrivalOrder::ArrivalOrder(LargeVector<Arrival>& arrivals, size_t expected)
    : m_arrivals(arrivals)
    , m_budget(expected * shiftsPerArrival)
{
}

void ArrivalOrder::sortNew()
{
    while (m_arrivals.size() - m_sorted >= portion)
        sortUpTo(m_sorted + portion);
}

// Equal times never pass each other, neither in an insertion nor in dealing, so a stable sort can take over
// at any point.
void ArrivalOrder::finish()
{
    sortNew();
    sortUpTo(m_arrivals.size());
    if (m_budget == 0)
        std::stable_sort(m_arrivals.begin(), m_arrivals.end(), isEarlier);
}

void ArrivalOrder::sortUpTo(size_t end)
{
    if (m_budget > 0 && m_sorted < end)
        insertAll(m_isDisturbed ? deal(m_sorted, end) : m_sorted, end);
    m_sorted = end;
}

void ArrivalOrder::insertAll(size_t begin, size_t end)
{
    size_t moved = 0;
    const std::span<Arrival> arrivals = m_arrivals;
    ReceiverTime latest = begin > 0 ? arrivals[begin - 1].time : arrivals.front().time;
    for (size_t i = begin; i < end && m_budget > 0; ++i) {
        const ReceiverTime time = arrivals[i].time;
        if (time >= latest) {
            latest = time;
            continue;
        }
        m_budget -= insert(arrivals, i, m_budget);
        ++moved;
    }
    m_isDisturbed = m_isDisturbed || moved > portion * 3 / 8;
}

ArrivalOrder::Disorder ArrivalOrder::disorderOf(size_t begin, size_t end) const
{
    Disorder disorder{m_arrivals[begin].time, m_arrivals[begin].time, 0};
    ReceiverTime previous = disorder.first;
    for (size_t i = begin; i < end; ++i) {
        const ReceiverTime time = m_arrivals[i].time;
        disorder.first = std::min(disorder.first, time);
        disorder.last = std::max(disorder.last, time);
        disorder.descents += time < previous ? 1 : 0;
        previous = time;
    }
    return disorder;
}

// Deals the arrivals, and those sorted before that some of them are to stand in front of, into stretches of
// time, so that only those within a stretch still have to change places. Returns where the first of them
// stands.
size_t ArrivalOrder::deal(size_t begin, size_t end)
{
    Disorder disorder = disorderOf(begin, end);
    m_isDisturbed = disorder.descents > (end - begin) / 4;
    size_t first = begin;
    while (first > 0 && begin - first < farthest && disorder.first < m_arrivals[first - 1].time)
        --first;
    if (first < begin)
        disorder.last = std::max(disorder.last, ReceiverTime(m_arrivals[begin - 1].time));
    m_budget -= std::min(m_budget, begin - first);
    dealBetween(first, end, disorder.first, disorder.last);
    return first;
}

// Counts what belongs into each stretch, then puts every arrival behind those of the stretches before. There
// are about as many stretches as arrivals.
void ArrivalOrder::dealBetween(size_t begin, size_t end, ReceiverTime first, ReceiverTime last)
{
    const auto range = static_cast<uint64_t>((last - first).ticks());
    const auto shift = static_cast<unsigned>(
        std::max(0, static_cast<int>(std::bit_width(range)) - static_cast<int>(std::bit_width(end - begin))));
    const auto stretchOf = [first, shift](const Arrival& arrival) {
        return static_cast<uint64_t>((arrival.time - first).ticks()) >> shift;
    };
    m_dealt.assign(m_arrivals.begin() + static_cast<std::ptrdiff_t>(begin),
        m_arrivals.begin() + static_cast<std::ptrdiff_t>(end));
    const size_t stretches = (range >> shift) + 1;
    std::fill_n(m_places.begin(), stretches + 1, uint16_t{0});
    for (const Arrival& arrival : m_dealt)
        ++m_places[stretchOf(arrival) + 1];
    for (size_t i = 1; i <= stretches; ++i)
        m_places[i] = static_cast<uint16_t>(m_places[i] + m_places[i - 1]);
    for (const Arrival& arrival : m_dealt)
        m_arrivals[begin + m_places[stretchOf(arrival)]++] = arrival;
}

} // namespace core
