#pragma once

#include "ui/draft.h"
#include "ui/lane.h"
#include "ui/laneplot.h"

#include <QPixmap>
#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

class LaneRows;

inline constexpr size_t laneCount = 5;

// All lanes at one moment: what they draw from, and each as a picture of its drawing area.
struct LaneFrame {
    struct Row {
        ValueRange value;
        QPixmap picture;
    };

    LaneScene scene;
    LaneScene overview;
    std::optional<LaneScene>
        draft; // what lanes are drawn from while there is an estimate; all else asks scene
    int64_t thinning = 1; // of the draft
    std::array<Row, laneCount> rows; // by LaneId

    [[nodiscard]] LaneScene& sceneOf(LaneId lane) { return lane == LaneId::Overview ? overview : scene; }
    [[nodiscard]] const LaneScene& sceneOf(LaneId lane) const
    {
        return lane == LaneId::Overview ? overview : scene;
    }
    [[nodiscard]] Row& row(LaneId lane) { return rows[static_cast<size_t>(lane)]; }
    [[nodiscard]] const Row& row(LaneId lane) const { return rows[static_cast<size_t>(lane)]; }
};

// Makes one frame after the other, each in steps that take a few milliseconds, so that the window can do
// other things in between. All lanes change at once, when the last one is drawn.
class LaneFrames {
public:
    explicit LaneFrames(LaneRows& rows);

    // What the scenes say of cells and packets is found out anew.
    void begin(const LaneScene& scene, const LaneScene& overview, FrameContent content,
        const std::shared_ptr<const Draft>& draft);
    // Takes the next step. True: it was the last one.
    [[nodiscard]] bool drawOn();

private:
    [[nodiscard]] bool isOverviewOld() const;
    void draw(LaneId id);

    LaneRows& m_rows;
    LaneFrame m_next;
    bool m_areCellsKnown = false;
    std::vector<LaneId> m_waiting; // to be drawn, the next one last
};

// Where the picture of a lane lies in the plot: its drawing area, to whole pixels of the screen.
[[nodiscard]] QPointF placeOfPicture(const LaneMap& map);

} // namespace ui
