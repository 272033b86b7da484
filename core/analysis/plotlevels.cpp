#include "core/analysis/plotlevels.h"

#include "core/analysis/analysis.h"
#include "core/analysis/bufferlevel.h"
#include "core/analysis/plotcellentry.h"

#include <cassert>
#include <numeric>

namespace core {

namespace {

// Evenly cut stretch of time; tells the column of a time.
struct Columns {
    int64_t begin = 0;
    int64_t width = 1;
    int64_t count = 1;

    [[nodiscard]] bool contains(int64_t time) const { return time >= begin && time < begin + width; }
    [[nodiscard]] int64_t at(int64_t time) const { return (time - begin) * count / width; }
    // The first time that belongs to the column.
    [[nodiscard]] int64_t startOf(int64_t column) const
    {
        return begin + (column * width + count - 1) / count;
    }
};

// The same for times that never go back: a division a column instead of one a time.
class ColumnWalk {
public:
    explicit ColumnWalk(const Columns& columns)
        : m_columns(columns)
        , m_end(columns.begin)
    {
    }

    [[nodiscard]] int64_t at(int64_t time)
    {
        if (time >= m_end) {
            m_column = m_columns.at(time);
            m_end = m_columns.startOf(m_column + 1);
        }
        return m_column;
    }
    // Where the column asked for last ends.
    [[nodiscard]] int64_t end() const { return m_end; }

private:
    Columns m_columns;
    int64_t m_end;
    int64_t m_column = 0;
};

} // namespace

ReceiverSpan PlotCell::played() const
{
    return ReceiverSpan(std::accumulate(playout.begin(), playout.end(), int64_t{0}));
}

void PlotCell::include(const PlotCell& other)
{
    delay.include(other.delay);
    late.include(other.late);
    due.include(other.due);
    buffered.include(other.buffered);
    for (size_t i = 0; i < markCount; ++i)
        counts[i] += other.counts[i];
    for (size_t i = 0; i < originCount; ++i)
        playout[i] += other.playout[i];
}

namespace {

// Reads packets, events and arrivals of a range themselves and puts each into its column.
class ExactQuery {
public:
    ExactQuery(const Analysis& analysis, const Columns& columns, std::span<PlotCell> out)
        : m_analysis(analysis)
        , m_columns(columns)
        , m_out(out)
    {
    }

    void enterPackets(const PlotLevels& levels)
    {
        const auto& outcomes = m_analysis.timeline.outcomes;
        const uint32_t first = firstPacketSentFrom(m_analysis, ReceiverTime(m_columns.begin));
        const std::span<const PacketRecord> packets = m_analysis.capture->packets();
        const double driftPpm = m_analysis.scenario.network.driftPpm;
        ColumnWalk walk(m_columns);
        for (uint32_t i = first; i < outcomes.size(); ++i) {
            const ReceiverTime sent = sendTime(packets[i].media, driftPpm);
            if (!m_columns.contains(sent.ticks()))
                break;
            PlotCell& cell = m_out[static_cast<size_t>(walk.at(sent.ticks()))];
            enterPacket(cell, outcomes[i], sent);
            if (levels.isReordered(i))
                ++cell.counts[static_cast<size_t>(Mark::Reordered)];
        }
    }

    // Copies of packets sent in the range may arrive up to the longest delay after it.
    void enterDuplicates(ReceiverSpan longestDelay)
    {
        const auto& arrivals = m_analysis.arrivals->list;
        const ReceiverTime last = ReceiverTime(m_columns.begin + m_columns.width) + longestDelay;
        auto arrival =
            std::ranges::lower_bound(arrivals, StoredTime(ReceiverTime(m_columns.begin)), {}, &Arrival::time);
        for (; arrival != arrivals.end() && arrival->time <= last; ++arrival) {
            if (!arrival->isDuplicate)
                continue;
            const int64_t sent = sendTimeOf(m_analysis, arrival->packet).ticks();
            if (m_columns.contains(sent))
                ++cellAt(sent).counts[static_cast<size_t>(Mark::Duplicate)];
        }
    }

    void enterEvents()
    {
        const EventList& events = m_analysis.timeline.events;
        const int64_t last = m_columns.begin + m_columns.width;
        ColumnWalk walk(m_columns);
        for (const EventList::Run& run :
            events.runs().subspan(events.at(ReceiverTime(m_columns.begin)).run())) {
            if (run.first.start.ticks() >= last)
                break;
            const auto origin = static_cast<size_t>(originOf(run.first));
            int64_t time = std::max(run.first.start.ticks(), m_columns.begin);
            const int64_t end = std::min(run.end().ticks(), last);
            while (time < end) {
                const int64_t column = walk.at(time);
                const int64_t border = std::min(end, walk.end());
                m_out[static_cast<size_t>(column)].playout[origin] += border - time;
                time = border;
            }
        }
    }

    void enterBuffered(ReceiverSpan levelAtBegin)
    {
        BufferLevelCursor cursor(m_analysis, ReceiverTime(m_columns.begin), levelAtBegin);
        ReceiverSpan level = levelAtBegin;
        ColumnWalk walk(m_columns);
        int64_t column = 0;
        m_out.front().buffered.include(level);
        while (cursor.advance() && cursor.time().ticks() < m_columns.begin + m_columns.width) {
            const int64_t next = walk.at(cursor.time().ticks());
            for (; column < next; ++column)
                m_out[static_cast<size_t>(column + 1)].buffered.include(level);
            level = cursor.level();
            m_out[static_cast<size_t>(column)].buffered.include(level);
        }
        for (; column + 1 < m_columns.count; ++column)
            m_out[static_cast<size_t>(column + 1)].buffered.include(level);
    }

private:
    [[nodiscard]] PlotCell& cellAt(int64_t time) { return m_out[static_cast<size_t>(m_columns.at(time))]; }

    const Analysis& m_analysis;
    Columns m_columns;
    std::span<PlotCell> m_out;
};

} // namespace

void PlotLevels::query(
    const Analysis& analysis, ReceiverTime begin, ReceiverTime end, std::span<PlotCell> out) const
{
    std::ranges::fill(out, PlotCell());
    if (out.empty() || end <= begin)
        return;
    const Columns columns{begin.ticks(), (end - begin).ticks(), static_cast<int64_t>(out.size())};
    const int level = levelFor(begin, end, out.size());
    if (level < 0) {
        ExactQuery exact(analysis, columns, out);
        exact.enterPackets(*this);
        exact.enterDuplicates(m_longestDelay);
        exact.enterEvents();
        exact.enterBuffered(bufferedAt(analysis, begin));
        return;
    }
    const auto& cells = m_levels[static_cast<size_t>(level)];
    const int shift = m_shift + 2 * level;
    const int64_t half = (int64_t{1} << shift) / 2;
    const auto first = static_cast<size_t>(std::max<int64_t>(begin.ticks() - half, 0) >> shift);
    for (size_t i = first; i < cells.size(); ++i) {
        const int64_t middle = (static_cast<int64_t>(i) << shift) + half;
        if (middle >= end.ticks())
            break;
        if (middle >= begin.ticks())
            out[static_cast<size_t>(columns.at(middle))].include(cells[i]);
    }
}

int PlotLevels::levelFor(ReceiverTime begin, ReceiverTime end, size_t columns) const
{
    const int64_t longest = (end - begin).ticks() / static_cast<int64_t>(std::max<size_t>(columns, 1)) / 4;
    int level = -1;
    while (level + 1 < static_cast<int>(m_levels.size())
        && (int64_t{1} << (m_shift + 2 * (level + 1))) <= longest)
        ++level;
    return level;
}

ReceiverSpan PlotLevels::resolution(ReceiverTime begin, ReceiverTime end, size_t columns) const
{
    const int level = levelFor(begin, end, columns);
    return ReceiverSpan(level < 0 ? 0 : int64_t{1} << (m_shift + 2 * level));
}

ReceiverSpan PlotLevels::bufferedAt(const Analysis& analysis, ReceiverTime time) const
{
    if (m_bufferedAtStart.empty() || time <= ReceiverTime())
        return {};
    const size_t index = std::min(static_cast<size_t>(time.ticks()) >> m_shift, m_bufferedAtStart.size() - 1);
    ReceiverSpan level = m_bufferedAtStart[index];
    BufferLevelCursor cursor(analysis, ReceiverTime(static_cast<int64_t>(index) << m_shift), level);
    while (cursor.advance() && cursor.time() < time)
        level = cursor.level();
    return level;
}

ReceiverTime sendTimeOf(const Analysis& analysis, uint32_t packet)
{
    return sendTime(analysis.capture->packets()[packet].media, analysis.scenario.network.driftPpm);
}

uint32_t firstPacketSentFrom(const Analysis& analysis, ReceiverTime time)
{
    const auto packets = analysis.capture->packets();
    const auto found = std::ranges::lower_bound(packets, time, {}, [&](const PacketRecord& record) {
        return sendTime(record.media, analysis.scenario.network.driftPpm);
    });
    return static_cast<uint32_t>(found - packets.begin());
}

size_t eventAt(const Analysis& analysis, ReceiverTime time)
{
    return analysis.timeline.events.at(time).index();
}

Origin originOf(const TimelineEvent& event)
{
    if (event.kind == EventKind::Packet)
        return Origin::Decoded;
    if (event.kind != EventKind::Loss)
        return Origin::Stall;
    switch (event.repair) {
    case Repair::Fec:
        return Origin::Fec;
    case Repair::Plc:
        return Origin::Concealed;
    case Repair::None:
    case Repair::Silence:
        break;
    }
    return Origin::Silence;
}

} // namespace core
