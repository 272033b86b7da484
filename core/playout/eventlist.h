#pragma once

#include "core/base/time.h"
#include "core/playout/timelineevent.h"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <span>
#include <vector>

namespace core {

// The events of a timeline in playout order. Packets that are played one right behind the other, as nearly
// all are, are held as one run: a day of playout costs as much as its gaps. Events are made when they are
// asked for, so that references to them last as long as any temporary's.
class EventList {
public:
    // Consecutive events: one of any kind, or `count` packets with ascending indices, all of the same
    // duration, each with its media right behind that of the one before it.
    struct Run {
        TimelineEvent first;
        uint32_t firstIndex = 0; // in the list
        uint32_t count = 1;

        [[nodiscard]] MediaSpan mediaStep() const
        {
            return toMediaSpan(first.duration);
        } // from one to the next
        [[nodiscard]] TimelineEvent at(uint32_t place) const
        {
            TimelineEvent event = first;
            event.start += first.duration * place;
            event.media += mediaStep() * place;
            event.packet += place;
            return event;
        }
        [[nodiscard]] ReceiverSpan duration() const { return first.duration * count; }
        [[nodiscard]] ReceiverTime end() const { return first.start + duration(); }
        [[nodiscard]] uint32_t endIndex() const { return firstIndex + count; }
        // Place of the last event that starts at `time` or before; 0 if all start later.
        [[nodiscard]] uint32_t placeAt(ReceiverTime time) const;
    };

    class Iterator;
    using value_type = TimelineEvent;
    using const_iterator = Iterator;

    EventList() = default;
    EventList(std::initializer_list<TimelineEvent> events);

    // NOLINTBEGIN(readability-identifier-naming): named as in the containers of the standard library.
    void push_back(const TimelineEvent& event) { push_back(event, 1); }
    // count: so many packets in a row, of which the event is the first; 1 for all else.
    void push_back(const TimelineEvent& first, uint32_t count)
    {
        if (m_runs.empty() || first != m_expected)
            startRun(first);
        else
            lengthen(1);
        if (count > 1)
            lengthen(count - 1);
    }
    // NOLINTEND(readability-identifier-naming)
    void clear();
    // Gives back the memory for events that never came. A bad network makes a fifth of a gigabyte of a day.
    void releaseSpare() { m_runs.shrink_to_fit(); }

    [[nodiscard]] bool empty() const { return m_runs.empty(); }
    [[nodiscard]] size_t size() const { return m_runs.empty() ? 0 : m_runs.back().endIndex(); }
    [[nodiscard]] TimelineEvent front() const { return m_runs.front().first; }
    [[nodiscard]] TimelineEvent back() const { return m_runs.back().at(m_runs.back().count - 1); }
    // Costs a search among the runs; walking by iterators does not.
    [[nodiscard]] TimelineEvent operator[](size_t index) const;
    [[nodiscard]] Iterator begin() const;
    [[nodiscard]] Iterator end() const;

    [[nodiscard]] std::span<const Run> runs() const { return m_runs; }
    // The last event that starts at `time` or before; the first if all start later, the end of an empty list.
    [[nodiscard]] Iterator at(ReceiverTime time) const;

private:
    void startRun(const TimelineEvent& event);
    void lengthen(uint32_t count)
    {
        m_runs.back().count += count;
        expectBehind(m_runs.back(), count);
    }
    void expectBehind(const Run& run, uint32_t count)
    {
        m_expected.start += run.first.duration * count;
        m_expected.media += m_mediaStep * count;
        m_expected.packet += count;
    }
    [[nodiscard]] size_t runOf(size_t index) const;

    std::vector<Run> m_runs;
    MediaSpan m_mediaStep; // from one event of the last run to the next
    TimelineEvent m_expected; // the event that would make the last run longer
};

// Walks over events in either direction; jumps cost a search.
class EventList::Iterator {
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = TimelineEvent;
    using difference_type = std::ptrdiff_t;
    using reference = TimelineEvent;
    struct pointer { // NOLINT(readability-identifier-naming): what std::iterator_traits asks for
        TimelineEvent event;
        const TimelineEvent* operator->() const { return &event; }
    };

    Iterator() = default;

    // Place in the list.
    [[nodiscard]] size_t index() const { return m_index; }
    // Place of its run among runs().
    [[nodiscard]] size_t run() const { return m_run; }
    reference operator*() const
    {
        const Run& run = m_list->m_runs[m_run];
        return run.at(static_cast<uint32_t>(m_index) - run.firstIndex);
    }
    pointer operator->() const { return {**this}; }
    reference operator[](difference_type offset) const { return *(*this + offset); }

    Iterator& operator++()
    {
        m_run += ++m_index == m_list->m_runs[m_run].endIndex() ? 1 : 0;
        return *this;
    }
    Iterator operator++(int)
    {
        Iterator before = *this;
        ++*this;
        return before;
    }
    Iterator& operator--()
    {
        if (m_run == m_list->m_runs.size() || m_index == m_list->m_runs[m_run].firstIndex)
            --m_run;
        --m_index;
        return *this;
    }
    Iterator operator--(int)
    {
        Iterator before = *this;
        --*this;
        return before;
    }
    Iterator& operator+=(difference_type offset)
    {
        return *this = Iterator(*m_list, static_cast<size_t>(static_cast<difference_type>(m_index) + offset));
    }
    Iterator& operator-=(difference_type offset) { return *this += -offset; }
    friend Iterator operator+(Iterator iterator, difference_type offset) { return iterator += offset; }
    friend Iterator operator+(difference_type offset, Iterator iterator) { return iterator += offset; }
    friend Iterator operator-(Iterator iterator, difference_type offset) { return iterator -= offset; }
    friend difference_type operator-(const Iterator& a, const Iterator& b)
    {
        return static_cast<difference_type>(a.m_index) - static_cast<difference_type>(b.m_index);
    }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.m_index == b.m_index; }
    friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.m_index <=> b.m_index; }

private:
    friend class EventList;
    Iterator(const EventList& list, size_t index)
        : m_list(&list)
        , m_index(index)
        , m_run(list.runOf(index))
    {
    }

    const EventList* m_list = nullptr;
    size_t m_index = 0;
    size_t m_run = 0; // the run that holds it
};

inline EventList::Iterator EventList::begin() const { return {*this, 0}; }
inline EventList::Iterator EventList::end() const { return {*this, size()}; }

} // namespace core
