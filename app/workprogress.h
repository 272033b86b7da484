#pragma once

#include <QString>
#include <array>
#include <cstdint>
#include <optional>

namespace app {

// Work in the background that the status bar tells of; what matters most comes first.
enum class Work : uint8_t { Opening, Exporting, Saving, Sweep, Overview, Waveform, Damage };

// How far the works are that are under way at the same time, and which of them is told of. Plain value. A run
// that is outdated by the next one of its kind changes nothing any more.
class WorkProgress {
public:
    struct Run {
        Work work = Work::Opening;
        uint64_t number = 0; // 0 is no run
    };
    struct Shown {
        std::optional<Work> work; // nothing: none is under way
        QString what;
        double done = 1; // 0 … 1
        bool operator==(const Shown&) const = default;
    };

    // A run is shown from its first report on.
    Run begin(Work work, const QString& what);
    void report(const Run& run, double done);
    void end(const Run& run);
    [[nodiscard]] Shown shown() const;

private:
    struct State {
        uint64_t number = 0;
        QString what;
        double done = 1;
    };

    std::array<State, 7> m_states; // by Work
};

} // namespace app
