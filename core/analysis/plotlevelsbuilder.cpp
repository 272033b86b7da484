#include "core/analysis/analysis.h"
#include "core/analysis/bufferlevel.h"
#include "core/analysis/plotcellentry.h"
#include "core/analysis/plotlevels.h"
#include "core/base/beside.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>
#include <vector>

namespace core {

namespace {

// What enterPacket counts of packets that were played, as nearly all are: few enough numbers for registers.
class PlayedPackets {
public:
    void add(const PacketOutcome& outcome, ReceiverTime sent, bool isReordered)
    {
        const ReceiverSpan delay = outcome.arrival - sent;
        const ReceiverSpan due = outcome.due - sent;
        m_shortestDelay = std::min(m_shortestDelay, delay);
        m_longestDelay = std::max(m_longestDelay, delay);
        m_lowestDue = std::min(m_lowestDue, due);
        m_highestDue = std::max(m_highestDue, due);
        m_reordered += isReordered ? 1 : 0;
        ++m_count;
    }
    // Returns the longest delay.
    ReceiverSpan enterInto(PlotCell& cell) const
    {
        if (m_count == 0)
            return {};
        cell.delay.include(m_shortestDelay);
        cell.delay.include(m_longestDelay);
        cell.due.include(m_lowestDue);
        cell.due.include(m_highestDue);
        cell.counts[static_cast<size_t>(Mark::Played)] += m_count;
        cell.counts[static_cast<size_t>(Mark::Reordered)] += m_reordered;
        return m_longestDelay;
    }

private:
    static constexpr ReceiverSpan shortest{std::numeric_limits<int64_t>::min()};
    static constexpr ReceiverSpan longest{std::numeric_limits<int64_t>::max()};

    ReceiverSpan m_shortestDelay = longest, m_longestDelay = shortest;
    ReceiverSpan m_lowestDue = longest, m_highestDue = shortest;
    uint32_t m_count = 0, m_reordered = 0;
};

} // namespace

// Fills a PlotLevels in one pass over the packets, one over the events and one over the arrivals. Where these
// are many, what the buffer held is found out at the same time on a thread of its own.
class PlotLevels::Builder {
public:
    Builder(const Analysis& analysis, PlotLevels& levels)
        : m_analysis(analysis)
        , m_levels(levels)
    {
    }

    void build()
    {
        setUpCells();
        auto buffered = startBeside(m_analysis.capture->packets().size(), [this] { findBuffered(); });
        enterArrivals();
        enterPackets();
        enterEvents();
        buffered.get();
        enterBuffered();
        addCoarserLevels();
    }

private:
    // In captures of many hours, of which the whole is rarely looked at closely, the cells would take a fifth
    // of all memory.
    static constexpr size_t manyPackets = 1'000'000;
    static constexpr int64_t packetsPerCell(size_t packets) { return packets < manyPackets ? 8 : 16; }
    static constexpr size_t coarsestCells = 1024;

    void setUpCells()
    {
        const auto packets = m_analysis.capture->packets();
        const auto& arrivals = m_analysis.arrivals->list;
        int64_t end = m_analysis.timeline.end().ticks();
        if (!packets.empty()) {
            const auto last = static_cast<uint32_t>(packets.size() - 1);
            end = std::max(
                end, (sendTimeOf(m_analysis, last) + toReceiverSpan(packets.back().duration())).ticks());
        }
        if (!arrivals.empty())
            end = std::max(end, arrivals.back().time.ticks());
        end = std::max<int64_t>(end, 1);
        const int64_t wanted =
            end / static_cast<int64_t>(std::max<size_t>(packets.size(), 1)) * packetsPerCell(packets.size());
        while ((int64_t{1} << m_levels.m_shift) < wanted)
            ++m_levels.m_shift;
        m_levels.m_end = ReceiverTime(end);
        m_levels.m_levels.emplace_back(static_cast<size_t>(end >> m_levels.m_shift) + 1);
        m_levels.m_bufferedAtStart.resize(finest().size());
        m_buffered.resize(finest().size());
        m_levels.m_marks.resize(packets.size());
    }

    [[nodiscard]] std::vector<PlotCell>& finest() { return m_levels.m_levels.front(); }
    [[nodiscard]] size_t indexOf(int64_t time) const
    {
        return std::min(static_cast<size_t>(std::max<int64_t>(time, 0)) >> m_levels.m_shift,
            m_levels.m_bufferedAtStart.size() - 1);
    }

    void enterArrivals()
    {
        const std::span<uint8_t> marks = m_levels.m_marks;
        uint32_t latest = 0;
        for (const Arrival& arrival : m_analysis.arrivals->list) {
            if (arrival.isDuplicate) {
                enterDuplicate(arrival);
                continue;
            }
            marks[arrival.packet] |= arrival.packet < latest ? reorderedBit : 0;
            latest = std::max(latest, arrival.packet);
        }
    }

    void enterDuplicate(const Arrival& arrival)
    {
        const ReceiverTime sent = sendTimeOf(m_analysis, arrival.packet);
        m_levels.m_longestDelay = std::max(m_levels.m_longestDelay, arrival.time - sent);
        m_levels.m_marks[arrival.packet] |= duplicatedBit;
        ++finest()[indexOf(sent.ticks())].counts[static_cast<size_t>(Mark::Duplicate)];
    }

    // Packets of one cell follow each other: they are gathered before they are entered.
    void enterPackets()
    {
        const std::span<const PacketOutcome> outcomes = m_analysis.timeline.outcomes;
        const std::span<const PacketRecord> packets = m_analysis.capture->packets();
        const std::span<const uint8_t> marks = m_levels.m_marks;
        const double driftPpm = m_analysis.scenario.network.driftPpm;
        PlayedPackets played;
        PlotCell others;
        size_t index = 0;
        int64_t border = int64_t{1} << m_levels.m_shift; // where the cell ends
        const auto enterCell = [&] {
            m_levels.m_longestDelay = std::max(m_levels.m_longestDelay, played.enterInto(others));
            finest()[index].include(others);
        };
        for (size_t i = 0; i < outcomes.size(); ++i) {
            const ReceiverTime sent = sendTime(packets[i].media, driftPpm);
            if (sent.ticks() >= border) {
                enterCell();
                played = {};
                others = {};
                index = indexOf(sent.ticks());
                border = static_cast<int64_t>(index + 1) << m_levels.m_shift;
            }
            const bool isReordered = (marks[i] & reorderedBit) != 0;
            if (outcomes[i].fate == Fate::Played)
                played.add(outcomes[i], sent, isReordered);
            else
                enterOther(others, outcomes[i], sent, isReordered);
        }
        enterCell();
    }

    void enterOther(PlotCell& cell, const PacketOutcome& outcome, ReceiverTime sent, bool isReordered)
    {
        enterPacket(cell, outcome, sent);
        cell.counts[static_cast<size_t>(Mark::Reordered)] += isReordered ? 1 : 0;
        if (outcome.arrival != never)
            m_levels.m_longestDelay = std::max(m_levels.m_longestDelay, outcome.arrival - sent);
    }

    void enterEvents()
    {
        size_t index = 0;
        int64_t border = int64_t{1} << m_levels.m_shift; // where the cell ends
        for (const EventList::Run& run : m_analysis.timeline.events.runs()) {
            const auto origin = static_cast<size_t>(originOf(run.first));
            int64_t time = std::max<int64_t>(run.first.start.ticks(), 0);
            const int64_t end = run.end().ticks();
            while (time < end) {
                if (time >= border) {
                    index = indexOf(time);
                    border = static_cast<int64_t>(index + 1) << m_levels.m_shift;
                }
                const int64_t until = std::min(end, border);
                finest()[index].playout[origin] += until - time;
                time = until;
            }
        }
    }

    void findBuffered()
    {
        BufferLevelCursor cursor(m_analysis);
        PlotRange gathered; // of the cell that the cursor is in
        gathered.include(ReceiverSpan());
        size_t index = 0;
        int64_t border = int64_t{1} << m_levels.m_shift; // where that cell ends
        ReceiverSpan level;
        while (cursor.advance()) {
            if (cursor.time().ticks() >= border) {
                m_buffered[index].include(gathered);
                const size_t next = indexOf(cursor.time().ticks());
                startCells(index + 1, next, level);
                index = next;
                border = static_cast<int64_t>(next + 1) << m_levels.m_shift;
                gathered = {};
            }
            level = cursor.level();
            gathered.include(level);
        }
        m_buffered[index].include(gathered);
        startCells(index + 1, m_buffered.size() - 1, level);
    }

    void startCells(size_t first, size_t last, ReceiverSpan level)
    {
        for (size_t index = first; index <= last; ++index) {
            m_buffered[index].include(level);
            m_levels.m_bufferedAtStart[index] = level;
        }
    }

    void enterBuffered()
    {
        for (size_t index = 0; index < m_buffered.size(); ++index)
            finest()[index].buffered = m_buffered[index];
    }

    void addCoarserLevels()
    {
        while (m_levels.m_levels.back().size() > coarsestCells) {
            const auto& fine = m_levels.m_levels.back();
            std::vector<PlotCell> coarse((fine.size() + 3) / 4);
            for (size_t i = 0; i < fine.size(); ++i)
                coarse[i / 4].include(fine[i]);
            m_levels.m_levels.push_back(std::move(coarse));
        }
    }

    const Analysis& m_analysis;
    PlotLevels& m_levels;
    std::vector<PlotRange> m_buffered; // of each finest cell
};

PlotLevels PlotLevels::build(const Analysis& analysis)
{
    PlotLevels levels;
    Builder(analysis, levels).build();
    return levels;
}

} // namespace core
