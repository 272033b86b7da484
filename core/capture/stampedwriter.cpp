#include "core/capture/stamped.h"
#include "core/capture/stampedform.h"

#include <limits>
#include <utility>

namespace core {

namespace {
constexpr size_t flushBytes = size_t{256} * 1024;
} // namespace

StampedWriter::StampedWriter(PendingFile file)
    : m_file(std::move(file))
    , m_buffer(stampedMagic.begin(), stampedMagic.end())
{
}

Result<StampedWriter> StampedWriter::create(const std::filesystem::path& path)
{
    Result<PendingFile> file = PendingFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
    return StampedWriter(std::move(*file));
}

Result<void> StampedWriter::write(std::optional<int64_t> arrivalUs, Bytes stampedFrame)
{
    if (stampedFrame.size() > std::numeric_limits<uint32_t>::max())
        return failure(ErrorCode::TooLarge, "stamped frame");
    appendBigEndian(m_buffer, arrivalUs.value_or(unknownArrival));
    appendBigEndian(m_buffer, static_cast<uint32_t>(stampedFrame.size()));
    m_buffer.insert(m_buffer.end(), stampedFrame.begin(), stampedFrame.end());
    return m_buffer.size() >= flushBytes ? flush() : Result<void>();
}

Result<void> StampedWriter::finish()
{
    if (Result<void> flushed = flush(); !flushed)
        return flushed;
    return m_file.commit();
}

Result<void> StampedWriter::flush()
{
    Result<void> written = m_file.write(m_buffer);
    m_buffer.clear();
    return written;
}

} // namespace core
