#pragma once

#include "core/ogg/reader.h"
#include "tests/support/oggfiles.h"
#include "tests/support/packets.h"

#include <vector>

namespace core {

// The bytes of one packet that was read.
[[nodiscard]] ByteVector payload(const OpusStream& stream, size_t packet);
// The packets that are in the file, in order.
[[nodiscard]] std::vector<ByteVector> present(const OpusStream& stream);
// 40 packets of 20 ms on four pages.
[[nodiscard]] OggParts smallFile();

} // namespace core
