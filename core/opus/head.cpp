#include "core/opus/head.h"

#include <algorithm>

namespace core {

namespace {

constexpr size_t fixedHeadBytes = 19;
constexpr size_t mappingOffset = 21;

void setMapping(OpusHead& head)
{
    head.streams = 1;
    head.coupledStreams = static_cast<uint8_t>(head.channels - 1);
    for (uint8_t i = 0; i < head.channels; ++i)
        head.mapping[i] = i;
}

bool isChannelCountAllowed(uint8_t family, uint8_t channels)
{
    if (family == 0)
        return channels == 1 || channels == 2;
    return channels >= 1 && (family != 1 || channels <= 8);
}

// Stream counts and table of the families other than 0 (RFC 7845 §5.1.1).
Result<void> readMapping(Bytes packet, OpusHead& head)
{
    // Family 3 holds a matrix where the others have their table (RFC 8486 §3.2).
    if (head.mappingFamily == 3)
        return failure(ErrorCode::Unsupported, "mapping family 3");
    if (packet.size() < mappingOffset + head.channels)
        return failure(ErrorCode::InvalidValue, "length", packet.size());
    head.streams = packet[fixedHeadBytes];
    head.coupledStreams = packet[fixedHeadBytes + 1];
    const int decoded = head.streams + head.coupledStreams;
    if (head.streams == 0)
        return failure(ErrorCode::InvalidValue, "streams", fixedHeadBytes);
    if (head.coupledStreams > head.streams || decoded > 255)
        return failure(ErrorCode::InvalidValue, "coupled streams", fixedHeadBytes + 1);
    for (size_t i = 0; i < head.channels; ++i) {
        head.mapping[i] = packet[mappingOffset + i];
        if (head.mapping[i] != 255 && head.mapping[i] >= decoded)
            return failure(ErrorCode::InvalidValue, "mapping", mappingOffset + i);
    }
    return {};
}

std::vector<uint8_t> textBytes(std::string_view text) { return {text.begin(), text.end()}; }

void appendCounted(std::vector<uint8_t>& out, std::string_view text)
{
    appendLittleEndian(out, static_cast<uint32_t>(text.size()));
    out.insert(out.end(), text.begin(), text.end());
}

// Reads the comment header from front to back.
class TagCursor {
public:
    explicit TagCursor(Bytes packet)
        : m_packet(packet)
    {
    }

    Result<uint32_t> count()
    {
        if (m_packet.size() - m_offset < 4)
            return failure(ErrorCode::InvalidValue, "length", m_offset);
        const auto value = readLittleEndian<uint32_t>(m_packet.subspan(m_offset));
        m_offset += 4;
        return value;
    }

    Result<std::string> text()
    {
        const auto length = count();
        if (!length)
            return tl::unexpected(length.error());
        if (*length > m_packet.size() - m_offset)
            return failure(ErrorCode::InvalidValue, "length", m_offset - 4);
        const Bytes bytes = m_packet.subspan(m_offset, *length);
        m_offset += *length;
        return std::string(bytes.begin(), bytes.end());
    }

private:
    Bytes m_packet;
    size_t m_offset = 8; // behind "OpusTags"
};

} // namespace

Result<OpusHead> parseHead(Bytes packet)
{
    if (!startsWith(packet, "OpusHead"))
        return failure(ErrorCode::UnknownFormat);
    if (packet.size() < fixedHeadBytes)
        return failure(ErrorCode::InvalidValue, "length", packet.size());
    OpusHead head;
    head.version = packet[8];
    // The upper half is the major version; other minor versions stay readable (RFC 7845 §5.1).
    if (head.version > 15)
        return failure(ErrorCode::Unsupported, "version", 8);
    head.channels = packet[9];
    head.preSkip = readLittleEndian<uint16_t>(packet.subspan(10));
    head.inputSampleRate = readLittleEndian<uint32_t>(packet.subspan(12));
    head.gainQ8 = readLittleEndian<int16_t>(packet.subspan(16));
    head.mappingFamily = packet[18];
    if (!isChannelCountAllowed(head.mappingFamily, head.channels))
        return failure(ErrorCode::InvalidValue, "channels", 9);
    if (head.mappingFamily == 0) {
        setMapping(head);
        return head;
    }
    if (const auto mapping = readMapping(packet, head); !mapping)
        return tl::unexpected(mapping.error());
    return head;
}

std::vector<uint8_t> serialized(const OpusHead& head)
{
    std::vector<uint8_t> out = textBytes("OpusHead");
    out.push_back(head.version);
    out.push_back(head.channels);
    appendLittleEndian(out, head.preSkip);
    appendLittleEndian(out, head.inputSampleRate);
    appendLittleEndian(out, head.gainQ8);
    out.push_back(head.mappingFamily);
    if (head.mappingFamily == 0)
        return out;
    out.push_back(head.streams);
    out.push_back(head.coupledStreams);
    out.insert(out.end(), head.mapping.begin(), head.mapping.begin() + head.channels);
    return out;
}

OpusHead makeHead(int channels, uint16_t preSkip)
{
    OpusHead head;
    head.channels = static_cast<uint8_t>(std::clamp(channels, 1, 2));
    head.preSkip = preSkip;
    setMapping(head);
    return head;
}

Result<OpusTags> parseTags(Bytes packet)
{
    if (!startsWith(packet, "OpusTags"))
        return failure(ErrorCode::UnknownFormat);
    TagCursor cursor(packet);
    auto vendor = cursor.text();
    if (!vendor)
        return tl::unexpected(vendor.error());
    const auto count = cursor.count();
    if (!count)
        return tl::unexpected(count.error());
    OpusTags tags{std::move(*vendor), {}};
    // A wrong count can't make this long: each comment takes at least the four bytes of its length.
    for (uint32_t i = 0; i < *count; ++i) {
        auto comment = cursor.text();
        if (!comment)
            return tl::unexpected(comment.error());
        tags.comments.push_back(std::move(*comment));
    }
    return tags;
}

std::vector<uint8_t> serialized(const OpusTags& tags)
{
    std::vector<uint8_t> out = textBytes("OpusTags");
    appendCounted(out, tags.vendor);
    appendLittleEndian(out, static_cast<uint32_t>(tags.comments.size()));
    for (const std::string& comment : tags.comments)
        appendCounted(out, comment);
    return out;
}

} // namespace core
