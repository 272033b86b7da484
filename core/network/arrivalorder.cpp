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

void sortByTime(std::vector<Arrival>& arrivals)
{
    size_t budget = arrivals.size() * shiftsPerArrival;
    for (size_t i = 1; i < arrivals.size(); ++i) {
        if (!isEarlier(arrivals[i], arrivals[i - 1]))
            continue;
        // Equal times never pass each other here, so a stable sort can take over at any point.
        const size_t shifts = insert(arrivals, i, budget);
        budget -= shifts;
        if (budget == 0) {
            std::stable_sort(arrivals.begin(), arrivals.end(), isEarlier);
            return;
        }
    }
}

} // namespace core
