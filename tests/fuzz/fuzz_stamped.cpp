#include "core/capture/stamped.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const core::Bytes bytes(data, size);
    (void)core::readStamped(bytes);
    (void)core::readStampedHeaderless(bytes);
    (void)core::readStampedText(bytes);
    return 0;
}
