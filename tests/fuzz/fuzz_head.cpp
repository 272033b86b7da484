#include "core/opus/head.h"

#include <cstdlib>

// What is read can be written and read again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const core::Bytes bytes(data, size);
    if (const auto head = core::parseHead(bytes); head && core::parseHead(core::serialized(*head)) != *head)
        std::abort();
    if (const auto tags = core::parseTags(bytes); tags && core::parseTags(core::serialized(*tags)) != *tags)
        std::abort();
    return 0;
}
