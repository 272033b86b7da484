#pragma once

#include "app/audioring.h"
#include "app/stereo.h"
#include "core/analysis/analysis.h"
#include "core/playout/heardmedia.h"
#include "core/render/renderer.h"
#include "ui/playback.h"

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace app {

// A few frames in the ring that sound from `begin` to `end` on the receiver's clock. One that begins before
// the end of the stretch before it holds for all places from there on.
struct PlayedStretch {
    uint64_t place = 0; // in the ring's stream
    uint64_t frames = 0;
    core::ReceiverTime begin, end;
};

// Decodes ahead into the ring: keeps the place in the stream, swaps between original and received, follows a
// change of the scenario, loops. Not thread-safe, knows no device and no clock: the player calls it on its
// feed thread, tests where they like.
class PlayerFeed {
public:
    // Kept in the ring unless more is asked for: short, so that a change is heard soon.
    static constexpr uint64_t targetFrames = 2880; // 60 ms
    static constexpr uint64_t chunkFrames = 480;
    static constexpr size_t fadeFrames = AudioRing::fadeFrames;

    explicit PlayerFeed(AudioRing& ring);

    // The newest analysis. Of the same capture: what is in the ring is replaced by the same audio of the new
    // one, by a short cross-fade. Of another one: at its beginning. Errors: those of Renderer::open; then
    // nothing is played.
    [[nodiscard]] core::Result<void> load(std::shared_ptr<const core::Analysis> analysis);
    // What is in the ring already is passed over as soon as there is something to play instead.
    void seek(core::ReceiverTime time);
    // The same audio from the other stream, likewise.
    [[nodiscard]] core::Result<void> listen(ui::Listen listen);
    // On the clock of the newest analysis. Another analysis of the same capture loops the same audio.
    void setLoop(std::optional<ui::LoopRange> loop);
    // Where playing ends; nothing: at the end of the stream.
    void setStop(std::optional<core::ReceiverTime> stop);

    // Frames to keep in the ring from now on; at least targetFrames are.
    void setAhead(uint64_t frames) { m_ahead = std::max(frames, targetFrames); }
    // Fills the ring up to what it is to hold, or to the end. Errors: those of Renderer::render.
    [[nodiscard]] core::Result<void> fill();
    // Stretches entered since the last call.
    [[nodiscard]] std::vector<PlayedStretch> takeStretches() { return std::exchange(m_stretches, {}); }

    // Nothing comes any more behind what is in the ring.
    [[nodiscard]] bool isAtEnd() const;
    // Of what is entered next.
    [[nodiscard]] core::ReceiverTime position() const;
    [[nodiscard]] ui::Listen listening() const { return m_listen; }
    [[nodiscard]] bool isLoaded() const { return m_renderer.has_value(); }

private:
    // From this place of the ring on stand the renderer's frames from this one on.
    struct Run {
        uint64_t place = 0;
        int64_t frame = 0;
    };
    // Where another stream takes over: what was written from `mark` on belongs at `from`.
    struct Splice {
        uint64_t from = 0, mark = 0;
    };

    [[nodiscard]] core::Result<void> openRenderer();
    [[nodiscard]] std::optional<Run> nextHeard() const;
    [[nodiscard]] core::ReceiverTime beginChange();
    void endChange(core::ReceiverTime time);
    void finishChange();
    void discardRing();
    void forgetRuns();
    [[nodiscard]] uint64_t framesAhead() const;
    void jumpTo(int64_t frame);
    [[nodiscard]] core::ReceiverTime timeOf(int64_t frame) const;
    [[nodiscard]] int64_t frameAt(core::ReceiverTime time) const;
    [[nodiscard]] int64_t lastFrame() const;
    [[nodiscard]] core::Result<void> renderFrames(int64_t frame, std::span<AudioRing::Frame> out);
    [[nodiscard]] core::Result<void> writeChunk(size_t frames);
    void moveLoop(const core::Timeline& timeline);
    void startFade();
    void fadeInto(std::span<AudioRing::Frame> frames);

    AudioRing& m_ring;
    std::shared_ptr<const core::Analysis> m_analysis;
    std::optional<core::Renderer> m_renderer; // of the stream listened to
    std::optional<StereoMix> m_mix;
    ui::Listen m_listen = ui::Listen::Received;
    uint64_t m_ahead = targetFrames;
    int64_t m_frame = 0; // of the renderer; entered next
    std::optional<ui::LoopRange> m_loop;
    core::HeardMoment m_loopBegin, m_loopEnd; // as it was asked for
    std::optional<core::ReceiverTime> m_stop;
    std::vector<Run> m_runs; // in order; of the renderer there is
    std::optional<uint64_t> m_discardMark; // the ring is emptied up to here once there is more
    std::optional<Splice> m_splice; // handed over once there is enough
    std::vector<AudioRing::Frame> m_fade; // what the next frames are faded from
    std::vector<float> m_interleaved;
    std::vector<PlayedStretch> m_stretches;
};

} // namespace app
