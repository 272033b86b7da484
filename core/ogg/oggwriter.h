#pragma once

#include "core/base/bytes.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/opus/head.h"

#include <cstdint>
#include <filesystem>
#include <memory>

namespace core {

// Writes one Ogg Opus stream (RFC 7845) through libogg. The file appears under its name only at finish();
// destroyed before, it leaves nothing. Pages hold up to about a second of audio, so that seeking is quick and
// overhead small.
class OggWriter {
public:
    // serial: any; the caller chooses it, for output has to be reproducible. Errors: WriteFailed.
    [[nodiscard]] static Result<OggWriter> create(
        const std::filesystem::path& path, const OpusHead& head, const OpusTags& tags, uint32_t serial);

    OggWriter(OggWriter&&) noexcept;
    OggWriter& operator=(OggWriter&&) noexcept;
    ~OggWriter();

    // Appends one packet; its duration advances the granule position. Errors: WriteFailed, InvalidValue (no
    // Opus packet).
    [[nodiscard]] Result<void> write(Bytes packet);
    // Ends the stream: the last page gets granule position `end` (samples at 48 kHz, pre-skip included; at
    // most the audio written, less = end trimming, exact up to a second) and the file its name. Nothing may
    // be written afterwards. Errors: WriteFailed.
    [[nodiscard]] Result<void> finish(uint64_t end);

private:
    class Stream;
    explicit OggWriter(std::unique_ptr<Stream> stream);
    std::unique_ptr<Stream> m_stream;
};

} // namespace core
