#pragma once

#include "ui/laneframes.h"
#include "ui/plotpicture.h"

#include <QFont>
#include <vector>

namespace ui {

// Records the lanes as they are seen when it is made, in steps that take a few milliseconds. They may change
// meanwhile; the recording does not.
class LaneRecorder {
public:
    // rows: outlives this.
    explicit LaneRecorder(LaneRows& rows);
    LaneRecorder(const LaneRecorder&) = delete;
    LaneRecorder& operator=(const LaneRecorder&) = delete;

    // Takes the next step. True: it was the last one.
    [[nodiscard]] bool recordOn();
    [[nodiscard]] const PlotRecording& recording() const { return m_recording; } // after the last step

private:
    struct Waiting {
        const Lane* lane = nullptr; // either view of a lane lives as long as the rows
        const LaneScene* scene = nullptr; // of m_frame
        LaneMap map;
    };

    const LaneFrame m_frame;
    const QFont m_font;
    std::vector<Waiting> m_waiting; // the next one last
    QByteArray m_overlay;
    PlotRecording m_recording;
};

} // namespace ui
