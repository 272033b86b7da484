#pragma once

#include "core/base/time.h"
#include "core/capture/capture.h"
#include "core/opus/decoder.h"
#include "core/playout/timeline.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core {

// A stretch of sound. Positions are samples from the start of the timeline, nothing trimmed. Where pcm is
// shorter than `length` samples a channel, the rest is silence; a silence of hours holds no pcm at all.
struct SoundPiece {
    int64_t start = 0;
    int64_t length = 0;
    std::span<const float> pcm; // interleaved
};

// Goes through the events of a timeline in order and makes the sound of each: packets are decoded, losses
// concealed as the event says, stalls and losses repaired by silence are silent without the decoder hearing
// of them. What comes out depends on the events alone, never on who asks how.
//
// Events start and end at receiver times rounded to samples. Playing times that come from rounded stamps put
// a packet's event a little before or behind the end of the packet before it. As long as that displacement
// stays within `joinTolerance`, sound follows sound without a seam and is displaced instead; beyond it the
// sound starts at its event, what was missing is silence and what overlaps is cut. Sound never runs into a
// silent event.
class TimelineDecoder {
public:
    // Shorter than the shortest packet, longer than what stamps in whole milliseconds and the default epsilon
    // bring.
    static constexpr int64_t joinTolerance = 120;

    // All that has to be remembered to go on from some position.
    struct State {
        Decoder decoder;
        size_t event = 0;
        int64_t position = 0;
        MediaSpan packetDuration = mediaMilliseconds(20); // of the packet decoded last
        std::vector<float> surplus; // concealed beyond the end of an event, used if concealment goes on

        [[nodiscard]] State clone() const;
        [[nodiscard]] size_t bytes() const;
    };

    // Both have to live as long as this.
    TimelineDecoder(const Capture& capture, const Timeline& timeline, Decoder decoder);

    [[nodiscard]] bool isAtEnd() const;
    // Where the next piece starts.
    [[nodiscard]] int64_t position() const { return m_state.position; }
    // The next piece; its pcm is valid until the next call. At the end a piece of length 0.
    [[nodiscard]] SoundPiece next();

    [[nodiscard]] const State& state() const { return m_state; }
    void restore(State state) { m_state = std::move(state); }
    // Goes on from the last event that starts at or before a position, with a decoder that has heard nothing.
    void startFresh(int64_t position);

    // Position of a receiver time.
    [[nodiscard]] int64_t positionOf(ReceiverTime time) const;

private:
    [[nodiscard]] SoundPiece playEvent();
    [[nodiscard]] SoundPiece playSilence(int64_t end);
    [[nodiscard]] SoundPiece playPacket(const TimelineEvent& event, int64_t end);
    [[nodiscard]] SoundPiece playFec(const TimelineEvent& event, int64_t end);
    [[nodiscard]] SoundPiece playPlc(int64_t end);
    [[nodiscard]] SoundPiece finishWith(size_t samples, int64_t end);
    [[nodiscard]] MediaSpan concealmentStep(int64_t end) const;
    [[nodiscard]] SoundPiece takeSurplus(int64_t end);
    [[nodiscard]] size_t concealInto(MediaSpan duration);
    [[nodiscard]] bool isFollowedBySound() const;
    [[nodiscard]] bool isFollowedByPlc() const;
    void leaveEvent();

    const Capture* m_capture;
    const Timeline* m_timeline;
    State m_state;
    size_t m_channels;
    std::vector<float> m_pcm;
};

} // namespace core
