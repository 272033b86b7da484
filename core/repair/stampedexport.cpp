#include "core/repair/stampedexport.h"

#include "core/capture/stamped.h"

namespace core {

namespace {

// Nearest millisecond, halves up.
int64_t stampMs(const Capture& capture, MediaTime media)
{
    return capture.firstStampMs() + detail::scaled(media.ticks(), 1, mediaMilliseconds(1).ticks());
}

int64_t wallClockUs(const Capture& capture)
{
    return capture.firstArrivalUs().value_or(capture.firstStampMs() * 1000);
}

} // namespace

Result<void> writeStamped(const Analysis& analysis, const std::filesystem::path& path, const JobControl& job)
{
    const Capture& capture = *analysis.capture;
    if (capture.head().streams > 1)
        return failure(ErrorCode::Unsupported, "channels: 1 … 2");
    auto writer = StampedWriter::create(path);
    if (!writer)
        return tl::unexpected(writer.error());
    const int64_t zeroUs = wallClockUs(capture);
    const auto& arrivals = analysis.arrivals->list;
    for (size_t i = 0; i < arrivals.size(); ++i) {
        if (i % 1024 == 0) {
            if (job.isCancelled())
                return failure(ErrorCode::Cancelled);
            job.report(static_cast<double>(i) / static_cast<double>(arrivals.size()));
        }
        const uint32_t packet = arrivals[i].packet;
        const auto frame = makeStampedFrame(
            stampMs(capture, capture.packets()[packet].media), capture.payload(packet), StampVersion::V0);
        if (!frame)
            return tl::unexpected(frame.error());
        if (auto written = writer->write(zeroUs + arrivals[i].time.ticks(), *frame); !written)
            return written;
    }
    if (job.isCancelled())
        return failure(ErrorCode::Cancelled);
    return writer->finish();
}

} // namespace core
