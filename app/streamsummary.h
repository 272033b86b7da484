#pragma once

#include "core/capture/capture.h"

#include <QMap>
#include <QString>
#include <cstdint>

namespace app {

// What a capture's packets are made of. Only packets that are valid and in the file count, except where said.
struct StreamSummary {
    uint64_t packets = 0; // in the file, corrupt ones too
    uint64_t missing = 0;
    uint64_t corrupt = 0;
    uint64_t dtx = 0;
    uint64_t fec = 0;
    uint64_t stereo = 0;
    uint64_t bytes = 0;
    core::MediaSpan audio; // sum of the durations
    QMap<int, uint64_t> modes; // by core::CodecMode
    QMap<int, uint64_t> bandwidths; // by core::Bandwidth
    QMap<int64_t, uint64_t> frameSamples;
    QMap<int64_t, uint64_t> packetSamples;

    [[nodiscard]] uint64_t valid() const { return packets - corrupt; }
    [[nodiscard]] double bitrateBps() const; // payload alone; 0 if there is no audio
    [[nodiscard]] double fecShare() const;
};

[[nodiscard]] StreamSummary summarize(const core::Capture& capture);

} // namespace app
