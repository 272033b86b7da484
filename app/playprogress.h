#pragma once

#include "core/analysis/analysis.h"
#include "ui/playback.h"

#include <QCoreApplication>
#include <QString>
#include <memory>

namespace app {

// One line about what sounds now: position, level, buffered audio and the fate of the packet that is due.
// Written over and over on a terminal; anywhere else only notes are written. On standard error.
class PlayProgress {
    Q_DECLARE_TR_FUNCTIONS(app::PlayProgress)

public:
    explicit PlayProgress(std::shared_ptr<const core::Analysis> analysis);

    void show(const ui::Playback& playback);
    // A line of its own that stays.
    void note(const QString& text);
    void finish();

    [[nodiscard]] QString line(const ui::Playback& playback) const;

private:
    [[nodiscard]] QString packetText(const core::TimelineEvent& event) const;

    std::shared_ptr<const core::Analysis> m_analysis;
    bool m_isTerminal;
    qsizetype m_shownLength = 0;
};

// Audio that waits in the jitter buffer at this time: of packets that have arrived, but are played later.
[[nodiscard]] core::MediaSpan bufferedAt(const core::Analysis& analysis, core::ReceiverTime time);

} // namespace app
