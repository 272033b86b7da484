#include "core/ogg/reader.h"

#include "core/ogg/pagefinder.h"
#include "core/ogg/streamreader.h"
#include "core/opus/packet.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace core {

namespace {

constexpr size_t searchedForOgg = 65536;
constexpr unsigned pagesBetweenReports = 256;

// The first packet on a page, or what is on the page of it.
Bytes firstPacket(const OggPage& page)
{
    const auto last =
        std::find_if(page.lacing.begin(), page.lacing.end(), [](uint8_t value) { return value != 255; });
    const auto end = last == page.lacing.end() ? last : last + 1;
    return page.body.first(std::accumulate(page.lacing.begin(), end, size_t(0)));
}

// Picks the first Opus stream of a file and passes over all others.
class StreamChooser {
public:
    explicit StreamChooser(Bytes file)
        : m_file(file)
    {
    }

    void accept(const OggPage& page)
    {
        if (!m_reader)
            tryToBegin(page);
        if (m_reader && page.serial == m_reader->serial() && !isAnotherLink(page))
            m_reader->accept(page);
        else
            passOver(page);
    }

    void damaged(Anomaly anomaly)
    {
        if (m_reader) {
            anomaly.media = m_reader->position();
            m_reader->anomalies().push_back(anomaly);
        } else {
            m_before.push_back(anomaly);
        }
    }

    Result<OpusStream> finish()
    {
        if (!m_reader)
            return reasonForNothing();
        auto& anomalies = m_reader->anomalies();
        anomalies.insert(anomalies.end(), m_before.begin(), m_before.end());
        OpusStream stream = m_reader->finish();
        const bool hasAudio = std::any_of(stream.packets.begin(), stream.packets.end(),
            [](const StreamPacket& packet) { return packet.isValid && !packet.isMissing; });
        if (!hasAudio)
            return failure(ErrorCode::NothingReadable);
        if (m_isHeadMade)
            takeChannelsFromAudio(stream);
        return stream;
    }

private:
    void tryToBegin(const OggPage& page)
    {
        const Bytes packet = firstPacket(page);
        if (startsWith(packet, "OpusTags") && !m_headError) {
            // The page with the head is lost or damaged. One or two channels are as good as certain.
            m_isHeadMade = true;
            m_reader.emplace(page.serial, makeHead(2, 0), m_file.size());
            m_reader->anomalies().push_back({AnomalyKind::MissingPages, page.byteOffset, MediaTime(), 1});
            return;
        }
        if (!page.isFirst || !startsWith(packet, "OpusHead"))
            return;
        const auto head = parseHead(packet);
        if (head)
            m_reader.emplace(page.serial, *head, m_file.size());
        else if (!m_headError)
            m_headError = Error{head.error().code, head.error().detail,
                page.bodyOffset() + head.error().byteOffset.value_or(0)};
    }

    // A further link of a chain may even have the same serial number.
    bool isAnotherLink(const OggPage& page)
    {
        m_hasEnded = m_hasEnded || (page.isFirst && m_hasBegun);
        m_hasBegun = true;
        return m_hasEnded;
    }

    void passOver(const OggPage& page)
    {
        const auto [entry, isNew] = m_foreign.try_emplace(page.serial);
        if (isNew) {
            auto& list = m_reader ? m_reader->anomalies() : m_before;
            entry->second = {m_reader.has_value(), list.size()};
            const auto media = m_reader ? std::optional(m_reader->position()) : std::nullopt;
            list.push_back({AnomalyKind::ForeignStream, page.byteOffset, media, 0});
        }
        const auto [isBehindHead, index] = entry->second;
        ++(isBehindHead ? m_reader->anomalies() : m_before)[index].amount;
    }

    [[nodiscard]] tl::unexpected<Error> reasonForNothing() const
    {
        if (m_headError)
            return tl::unexpected(*m_headError);
        if (!m_foreign.empty())
            return failure(ErrorCode::Unsupported, "no Opus stream");
        return failure(looksLikeOgg(m_file) ? ErrorCode::NothingReadable : ErrorCode::UnknownFormat);
    }

    static void takeChannelsFromAudio(OpusStream& stream)
    {
        const auto packet = std::find_if(stream.packets.begin(), stream.packets.end(),
            [](const StreamPacket& candidate) { return candidate.isValid && !candidate.isMissing; });
        stream.head = makeHead(Toc(stream.payload[packet->payloadOffset]).isStereo() ? 2 : 1, 0);
    }

    struct ForeignEntry {
        bool isBehindHead = false; // which list of anomalies
        size_t index = 0;
    };

    Bytes m_file;
    std::optional<StreamReader> m_reader;
    std::optional<Error> m_headError;
    std::vector<Anomaly> m_before; // before the stream was found
    std::unordered_map<uint32_t, ForeignEntry> m_foreign;
    bool m_hasBegun = false;
    bool m_hasEnded = false;
    bool m_isHeadMade = false;
};

} // namespace

bool looksLikeOgg(Bytes file)
{
    static constexpr std::string_view pattern("OggS\0", 5);
    const Bytes front = file.first(std::min(file.size(), searchedForOgg));
    return std::search(front.begin(), front.end(), pattern.begin(), pattern.end()) != front.end();
}

Result<OpusStream> readOpusStream(Bytes file, const JobControl& job)
{
    PageFinder finder(file);
    StreamChooser chooser(file);
    unsigned pages = 0;
    while (true) {
        const auto page = finder.next();
        for (const Anomaly& anomaly : finder.takeDamage())
            chooser.damaged(anomaly);
        if (!page)
            return chooser.finish();
        chooser.accept(*page);
        if (++pages % pagesBetweenReports != 0)
            continue;
        if (job.isCancelled())
            return failure(ErrorCode::Cancelled);
        job.report(static_cast<double>(page->byteOffset) / static_cast<double>(file.size()));
    }
}

} // namespace core
