#pragma once

#include "core/base/error.h"
#include "core/base/job.h"
#include "core/base/time.h"
#include "core/capture/capture.h"
#include "core/playout/timeline.h"

#include <cstdint>
#include <memory>
#include <span>

namespace core {

// Turns a timeline into the PCM a listener hears: 48 kHz, float, interleaved, the capture's channels, output
// gain applied. Frame 0 is the first audible sample (pre-skip and end trimming taken off, RFC 7845 §4.2,
// §4.4). What is rendered in pieces equals what is rendered at once, sample for sample: the decoder always
// goes through the whole timeline in order, and copies of its state are kept on the way so that going back is
// cheap. Not thread-safe; one owner.
class Renderer {
public:
    // Both are kept alive. Errors: CodecFailed, Unsupported.
    [[nodiscard]] static Result<Renderer> open(
        std::shared_ptr<const Capture> capture, std::shared_ptr<const Timeline> timeline);

    Renderer(Renderer&&) noexcept;
    Renderer& operator=(Renderer&&) noexcept;
    ~Renderer();

    [[nodiscard]] int channels() const;
    [[nodiscard]] int64_t frameCount() const;

    // Receiver time of a frame and the other way round; both monotonic, clamped to the timeline.
    [[nodiscard]] ReceiverTime timeOf(int64_t frame) const;
    [[nodiscard]] int64_t frameAt(ReceiverTime time) const;

    // Fills out (a whole number of frames) from `frame` on. Frames at or behind frameCount() are silence.
    // Going far ahead decodes all that lies between (about 500 times real time), so it can be cancelled.
    // Errors: Cancelled, CodecFailed.
    [[nodiscard]] Result<void> render(int64_t frame, std::span<float> out, const JobControl& job = {});

    // Makes the next far jump cheap instead of exact: starts a fresh decoder `warmUp` before the frame asked
    // for, so the first samples differ from the exact ones by what the codec has not yet forgotten (inaudible
    // after 1 s). Exact rendering is the default.
    void setWarmUp(MediaSpan warmUp);
    // What is rendered next comes from a fresh decoder that starts a warm-up before it, as if nothing had
    // been rendered so far.
    void forget();

private:
    class Engine;
    explicit Renderer(std::unique_ptr<Engine> engine);
    std::unique_ptr<Engine> m_engine;
};

} // namespace core
