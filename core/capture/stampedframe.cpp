#include "core/capture/stamped.h"
#include "core/capture/stampedform.h"

namespace core {

namespace {
constexpr uint8_t versionOneByte = 0x01;
constexpr uint64_t versionOneMask = (uint64_t{1} << 56) - 1;
} // namespace

Result<StampedFrame> parseStampedFrame(Bytes bytes)
{
    if (bytes.size() <= stampBytes)
        return failure(ErrorCode::InvalidValue, "stamped frame");
    StampedFrame frame;
    frame.packet = bytes.subspan(stampBytes);
    if (bytes[0] == versionOneByte) {
        frame.version = StampVersion::V1;
        frame.stampMs = static_cast<int64_t>(readBigEndian<uint64_t>(bytes) & versionOneMask);
    } else {
        frame.stampMs = readBigEndian<int64_t>(bytes);
    }
    return frame;
}

Result<std::vector<uint8_t>> makeStampedFrame(int64_t stampMs, Bytes packet, StampVersion version)
{
    auto field = static_cast<uint64_t>(stampMs);
    if (version == StampVersion::V1) {
        if (field > versionOneMask)
            return failure(ErrorCode::OutOfRange, "stamp: 0 … 2^56 - 1");
        field |= uint64_t{versionOneByte} << 56;
    } else if (field >> 56 == versionOneByte) {
        return failure(ErrorCode::OutOfRange, "stamp: first byte other than 0x01");
    }
    std::vector<uint8_t> bytes;
    bytes.reserve(stampBytes + packet.size());
    appendBigEndian(bytes, field);
    bytes.insert(bytes.end(), packet.begin(), packet.end());
    return bytes;
}

} // namespace core
