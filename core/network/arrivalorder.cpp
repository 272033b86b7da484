#include "core/network/arrivalorder.h"

#include <algorithm>

namespace core {
namespace {

// Insertion sort wins as long as the mean shift stays below this.
constexpr size_t shiftsPerArrival = 16;

bool isEarlier(const Arrival& a, const Arrival& b) { return a.time < b.time; }

// Moves the arrival at `index` to its place among the sorted ones before it. Returns the number of shifts,
// which stops at `limit`: then the arrival stands where it has got to.
size_t insert(std::vector<Arrival>& arrivals, size_t index, size_t limit)
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

ArrivalOrder::ArrivalOrder(std::vector<Arrival>& arrivals, size_t expected)
    : m_arrivals(arrivals)
    , m_budget(expected * shiftsPerArrival)
{
}

void ArrivalOrder::sortNew()
{
    for (size_t i = std::max<size_t>(m_sorted, 1); i < m_arrivals.size() && m_budget > 0; ++i) {
        if (isEarlier(m_arrivals[i], m_arrivals[i - 1]))
            m_budget -= insert(m_arrivals, i, m_budget);
    }
    m_sorted = m_arrivals.size();
}

// Equal times never pass each other in an insertion, so a stable sort can take over at any point.
void ArrivalOrder::finish()
{
    sortNew();
    if (m_budget == 0)
        std::stable_sort(m_arrivals.begin(), m_arrivals.end(), isEarlier);
}

} // namespace core
