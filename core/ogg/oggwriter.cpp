#include "core/ogg/oggwriter.h"

#include "core/opus/packet.h"

#include <algorithm>
#include <deque>
#include <ogg/ogg.h>
#include <utility>

namespace core {

namespace {

constexpr uint64_t pageSamples = 48000;
// libogg closes a page when this many bytes are on it or its 255 segments are full; time closes it earlier.
constexpr int pageBytes = 65025;

struct WaitingPacket {
    std::vector<uint8_t> bytes;
    uint64_t granule = 0; // at its end
};

} // namespace

// Packets wait until a second of audio is behind their page, for only finish() knows where the stream ends,
// and end trimming may lower the last page's granule position, but no other's.
class OggWriter::Stream {
public:
    Stream(PendingFile file, int streams, uint32_t serial)
        : m_file(std::move(file))
        , m_streams(streams)
    {
        ogg_stream_init(&m_ogg, static_cast<int>(serial));
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;
    ~Stream() { ogg_stream_clear(&m_ogg); }

    Result<void> writeHead(std::vector<uint8_t> head)
    {
        put({std::move(head), 0}, Place::First);
        return closePages();
    }

    // The tags may turn out to be the last packet, when no audio follows.
    void holdTags(std::vector<uint8_t> tags) { m_tags = std::move(tags); }

    Result<void> add(Bytes packet)
    {
        const auto layout = parseMultistream(packet, m_streams);
        if (!layout)
            return tl::unexpected(layout.error());
        m_granule += static_cast<uint64_t>(layout->duration().ticks());
        m_waiting.push_back({{packet.begin(), packet.end()}, m_granule});
        return m_granule - m_pageEnd < 2 * pageSamples ? Result<void>() : writePage();
    }

    Result<void> finish(uint64_t end)
    {
        if (auto written = writeTags(m_waiting.empty() ? Place::Last : Place::Inside); !written)
            return written;
        while (!m_waiting.empty()) {
            WaitingPacket packet = std::move(m_waiting.front());
            m_waiting.pop_front();
            packet.granule = std::min(packet.granule, end);
            put(packet, m_waiting.empty() ? Place::Last : Place::Inside);
        }
        if (auto written = closePages(); !written)
            return written;
        return m_file.commit();
    }

private:
    enum class Place : uint8_t { First, Inside, Last };

    // Headers end on pages of their own (RFC 7845 §3).
    Result<void> writeTags(Place place)
    {
        if (m_tags.empty())
            return {};
        put({std::exchange(m_tags, {}), 0}, place);
        return closePages();
    }

    Result<void> writePage()
    {
        if (auto written = writeTags(Place::Inside); !written)
            return written;
        const uint64_t end = m_pageEnd + pageSamples;
        while (m_waiting.front().granule <= end) {
            m_pageEnd = m_waiting.front().granule;
            put(m_waiting.front(), Place::Inside);
            m_waiting.pop_front();
        }
        return closePages();
    }

    void put(const WaitingPacket& packet, Place place)
    {
        ogg_packet out{};
        // libogg copies the bytes; it only forgot to say that it does not change them.
        out.packet = const_cast<unsigned char*>(packet.bytes.data()); // NOLINT(*-const-cast)
        out.bytes = static_cast<long>(packet.bytes.size());
        out.b_o_s = place == Place::First ? 1 : 0;
        out.e_o_s = place == Place::Last ? 1 : 0;
        out.granulepos = static_cast<ogg_int64_t>(packet.granule);
        out.packetno = m_packets++;
        ogg_stream_packetin(&m_ogg, &out);
    }

    Result<void> closePages()
    {
        ogg_page page{};
        while (ogg_stream_flush_fill(&m_ogg, &page, pageBytes) != 0) {
            const Bytes header(page.header, static_cast<size_t>(page.header_len));
            const Bytes body(page.body, static_cast<size_t>(page.body_len));
            if (auto written = m_file.write(header); !written)
                return written;
            if (auto written = m_file.write(body); !written)
                return written;
        }
        return {};
    }

    PendingFile m_file;
    ogg_stream_state m_ogg{};
    int m_streams;
    std::vector<uint8_t> m_tags; // until they are written
    std::deque<WaitingPacket> m_waiting;
    uint64_t m_granule = 0; // at the end of the newest packet
    uint64_t m_pageEnd = 0; // of the last page written
    ogg_int64_t m_packets = 0;
};

OggWriter::OggWriter(std::unique_ptr<Stream> stream)
    : m_stream(std::move(stream))
{
}

OggWriter::OggWriter(OggWriter&&) noexcept = default;
OggWriter& OggWriter::operator=(OggWriter&&) noexcept = default;
OggWriter::~OggWriter() = default;

Result<OggWriter> OggWriter::create(
    const std::filesystem::path& path, const OpusHead& head, const OpusTags& tags, uint32_t serial)
{
    auto file = PendingFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
    auto stream = std::make_unique<Stream>(std::move(*file), head.streams, serial);
    if (auto written = stream->writeHead(serialized(head)); !written)
        return tl::unexpected(written.error());
    stream->holdTags(serialized(tags));
    return OggWriter(std::move(stream));
}

Result<void> OggWriter::write(Bytes packet) { return m_stream->add(packet); }

Result<void> OggWriter::finish(uint64_t end)
{
    auto result = m_stream->finish(end);
    m_stream.reset();
    return result;
}

} // namespace core
