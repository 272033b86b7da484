#include "core/capture/stamped.h"
#include "core/capture/stampedbuilder.h"
#include "core/capture/stampedform.h"
#include "core/opus/packet.h"

namespace core {

namespace {

constexpr size_t lengthBytes = 4;
constexpr size_t arrivalBytes = 8;
constexpr size_t recordsBetweenReports = 4096;

// Walks through records: [arrival,] length, stamped frame.
class RecordWalk {
public:
    RecordWalk(Bytes file, size_t start, bool hasArrivals)
        : m_file(file)
        , m_position(start)
        , m_headerBytes(hasArrivals ? arrivalBytes + lengthBytes : lengthBytes)
    {
    }

    [[nodiscard]] size_t position() const { return m_position; }
    [[nodiscard]] bool isAtEnd() const { return m_position >= m_file.size(); }
    [[nodiscard]] size_t left() const { return m_file.size() - m_position; }
    [[nodiscard]] size_t headerBytes() const { return m_headerBytes; }
    [[nodiscard]] bool hasHeader() const { return left() >= m_headerBytes; }
    // These need a whole header.
    [[nodiscard]] uint32_t length() const { return lengthAt(m_position); }
    [[nodiscard]] bool hasFrame() const { return left() - m_headerBytes >= length(); }
    [[nodiscard]] std::optional<int64_t> arrivalUs() const;
    [[nodiscard]] Bytes frame() const { return m_file.subspan(m_position + m_headerBytes, length()); }

    void advance() { m_position += m_headerBytes + length(); }
    // True if the record's length leads to no other record, but other records lie within: the length is
    // damaged.
    [[nodiscard]] bool swallowsOthers() const;
    // Goes to the next place where two sound records follow each other, or one ends with the file. False, and
    // at the end, if there is none.
    bool resynchronise();

private:
    [[nodiscard]] uint32_t lengthAt(size_t position) const
    {
        return readBigEndian<uint32_t>(m_file.subspan(position + m_headerBytes - lengthBytes));
    }
    // First place in [begin, end) where two sound records follow each other, or one ends with the file.
    [[nodiscard]] std::optional<size_t> findSound(size_t begin, size_t end) const;
    // A length that records have and that fits.
    [[nodiscard]] bool hasPlausibleLength(size_t position) const;
    // Where the record at `position` ends, if it is sound.
    [[nodiscard]] std::optional<size_t> soundEnd(size_t position) const;

    Bytes m_file;
    size_t m_position;
    size_t m_headerBytes;
};

std::optional<int64_t> RecordWalk::arrivalUs() const
{
    if (m_headerBytes == lengthBytes)
        return std::nullopt;
    const auto value = readBigEndian<int64_t>(m_file.subspan(m_position));
    return value == unknownArrival ? std::nullopt : std::optional<int64_t>(value);
}

bool RecordWalk::hasPlausibleLength(size_t position) const
{
    if (m_file.size() - position < m_headerBytes)
        return false;
    const uint32_t length = lengthAt(position);
    return length > stampBytes && length <= largestFrameBytes
        && length <= m_file.size() - position - m_headerBytes;
}

std::optional<size_t> RecordWalk::soundEnd(size_t position) const
{
    if (!hasPlausibleLength(position))
        return std::nullopt;
    const size_t begin = position + m_headerBytes;
    const uint32_t length = lengthAt(position);
    const Result<StampedFrame> frame = parseStampedFrame(m_file.subspan(begin, length));
    if (!frame || frame->stampMs > largestStampMs || frame->stampMs < -largestStampMs
        || !parsePacket(frame->packet))
        return std::nullopt;
    return begin + length;
}

std::optional<size_t> RecordWalk::findSound(size_t begin, size_t end) const
{
    for (size_t position = begin; position < end; ++position) {
        const std::optional<size_t> next = soundEnd(position);
        if (next && (*next == m_file.size() || soundEnd(*next)))
            return position;
    }
    return std::nullopt;
}

bool RecordWalk::swallowsOthers() const
{
    const size_t next = m_position + m_headerBytes + length();
    if (next == m_file.size() || hasPlausibleLength(next))
        return false;
    return findSound(m_position + 1, next).has_value();
}

bool RecordWalk::resynchronise()
{
    const std::optional<size_t> found = findSound(m_position + 1, m_file.size());
    m_position = found.value_or(m_file.size());
    return found.has_value();
}

// Enters the damage at the walk's position and goes to the next sound record.
void passDamage(RecordWalk& walk, StampedBuilder& builder)
{
    const size_t start = walk.position();
    const auto left = static_cast<int64_t>(walk.left());
    const bool isOversized = walk.hasHeader() && walk.length() > largestFrameBytes;
    const int64_t length = isOversized ? walk.length() : 0;
    const bool goesOn = walk.resynchronise();
    if (isOversized)
        builder.note(AnomalyKind::OversizedRecord, start, length);
    else if (goesOn)
        builder.note(AnomalyKind::Junk, start, static_cast<int64_t>(walk.position() - start));
    else
        builder.note(AnomalyKind::TruncatedRecord, start, left);
}

Result<void> readRecords(RecordWalk& walk, StampedBuilder& builder, size_t fileBytes, const JobControl& job)
{
    for (size_t count = 0; !walk.isAtEnd(); ++count) {
        if (count % recordsBetweenReports == 0) {
            if (job.isCancelled())
                return failure(ErrorCode::Cancelled);
            job.report(StampedBuilder::readingShare * static_cast<double>(walk.position())
                / static_cast<double>(fileBytes));
        }
        if (!walk.hasHeader() || walk.length() > largestFrameBytes || !walk.hasFrame()
            || walk.swallowsOthers()) {
            passDamage(walk, builder);
            continue;
        }
        builder.add(walk.position(), walk.arrivalUs(), walk.frame());
        walk.advance();
    }
    return {};
}

// owned: what the file lies in, or null.
Result<Capture::Parts> readForm(
    Bytes file, CaptureFormat format, const JobControl& job, std::vector<uint8_t>* owned)
{
    const bool hasArrivals = format == CaptureFormat::Stamped;
    RecordWalk walk(file, hasArrivals ? stampedMagic.size() : 0, hasArrivals);
    StampedBuilder builder(format, file.size());
    if (Result<void> read = readRecords(walk, builder, file.size(), job); !read)
        return tl::unexpected(read.error());
    if (owned != nullptr)
        std::vector<uint8_t>().swap(*owned);
    return builder.finished(job);
}

} // namespace

Result<Capture::Parts> readStamped(Bytes file, const JobControl& job)
{
    return readForm(file, CaptureFormat::Stamped, job, nullptr);
}

Result<Capture::Parts> readStamped(std::vector<uint8_t>&& file, const JobControl& job)
{
    return readForm(file, CaptureFormat::Stamped, job, &file);
}

Result<Capture::Parts> readStampedHeaderless(Bytes file, const JobControl& job)
{
    return readForm(file, CaptureFormat::StampedHeaderless, job, nullptr);
}

Result<Capture::Parts> readStampedHeaderless(std::vector<uint8_t>&& file, const JobControl& job)
{
    return readForm(file, CaptureFormat::StampedHeaderless, job, &file);
}

bool looksHeaderless(Bytes file)
{
    RecordWalk walk(file, 0, false);
    size_t soundBytes = 0;
    while (!walk.isAtEnd()) {
        const size_t start = walk.position();
        const bool hasFrame = walk.hasHeader() && walk.length() > stampBytes
            && walk.length() <= largestFrameBytes && walk.hasFrame();
        if (!hasFrame) {
            // More damage than sound records up to here: something else that began like one.
            if (soundBytes < start / 2 || !walk.resynchronise())
                break;
            continue;
        }
        const Result<StampedFrame> frame = parseStampedFrame(walk.frame());
        walk.advance();
        if (frame && frame->stampMs <= largestStampMs && frame->stampMs >= -largestStampMs
            && parsePacket(frame->packet))
            soundBytes += walk.position() - start;
    }
    return soundBytes > file.size() / 2;
}

} // namespace core
