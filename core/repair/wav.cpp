#include "core/repair/wav.h"

#include "core/base/bytes.h"
#include "core/base/file.h"
#include "core/render/renderer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>
#include <numeric>
#include <span>
#include <string_view>

namespace core {

namespace {

constexpr int64_t framesAtOnce = 48000;
constexpr uint32_t sampleRate = 48000;
constexpr uint16_t floatFormat = 3; // WAVE_FORMAT_IEEE_FLOAT
constexpr uint16_t extensibleFormat = 0xfffe;
constexpr int mostNamedChannels = 8;

// RFC 7845 §5.1.1.2 has the order of Vorbis; which of its channels each channel of WAVE is, and the speakers.
struct SpeakerLayout {
    uint32_t mask;
    std::array<uint8_t, mostNamedChannels> source;
};
constexpr std::array<SpeakerLayout, mostNamedChannels> speakerLayouts{{
    {0x004, {0}},
    {0x003, {0, 1}},
    {0x007, {0, 2, 1}},
    {0x033, {0, 1, 2, 3}},
    {0x037, {0, 2, 1, 3, 4}},
    {0x03f, {0, 2, 1, 5, 3, 4}},
    {0x70f, {0, 2, 1, 6, 5, 3, 4}},
    {0x63f, {0, 2, 1, 7, 5, 6, 3, 4}},
}};

bool hasSpeakers(const OpusHead& head)
{
    return head.mappingFamily == 1 && head.channels > 2 && head.channels <= mostNamedChannels;
}

void appendText(std::vector<uint8_t>& out, std::string_view text)
{
    out.insert(out.end(), text.begin(), text.end());
}

void appendFormat(std::vector<uint8_t>& out, const OpusHead& head)
{
    const bool isExtensible = head.channels > 2;
    const auto frameBytes = static_cast<uint16_t>(head.channels * sizeof(float));
    appendText(out, "fmt ");
    appendLittleEndian<uint32_t>(out, isExtensible ? 40 : 18);
    appendLittleEndian<uint16_t>(out, isExtensible ? extensibleFormat : floatFormat);
    appendLittleEndian<uint16_t>(out, head.channels);
    appendLittleEndian<uint32_t>(out, sampleRate);
    appendLittleEndian<uint32_t>(out, sampleRate * frameBytes);
    appendLittleEndian<uint16_t>(out, frameBytes);
    appendLittleEndian<uint16_t>(out, 32);
    appendLittleEndian<uint16_t>(out, isExtensible ? 22 : 0);
    if (!isExtensible)
        return;
    appendLittleEndian<uint16_t>(out, 32);
    appendLittleEndian<uint32_t>(out, hasSpeakers(head) ? speakerLayouts.at(head.channels - 1U).mask : 0);
    // The format's number as a GUID: KSDATAFORMAT_SUBTYPE_IEEE_FLOAT.
    constexpr std::array<uint8_t, 14> rest{
        0x00, 0x00, 0x00, 0x00, 0x10, 0x00, 0x80, 0x00, 0x00, 0xaa, 0x00, 0x38, 0x9b, 0x71};
    appendLittleEndian<uint16_t>(out, floatFormat);
    out.insert(out.end(), rest.begin(), rest.end());
}

void appendFrames(std::vector<uint8_t>& out, std::span<const float> pcm, const OpusHead& head)
{
    std::array<uint8_t, std::numeric_limits<uint8_t>::max()> source{};
    std::iota(source.begin(), source.end(), uint8_t{0});
    if (hasSpeakers(head))
        std::ranges::copy(speakerLayouts.at(head.channels - 1U).source, source.begin());
    for (size_t frame = 0; frame < pcm.size(); frame += head.channels) {
        for (size_t channel = 0; channel < head.channels; ++channel)
            appendLittleEndian(out, std::bit_cast<uint32_t>(pcm[frame + source.at(channel)]));
    }
}

} // namespace

Result<std::vector<uint8_t>> wavHeader(int64_t frames, const OpusHead& head)
{
    const uint64_t dataBytes = static_cast<uint64_t>(frames) * head.channels * sizeof(float);
    std::vector<uint8_t> format;
    appendFormat(format, head);
    appendText(format, "fact");
    appendLittleEndian<uint32_t>(format, 4);
    appendLittleEndian<uint32_t>(format, static_cast<uint32_t>(frames));
    appendText(format, "data");
    const uint64_t riffBytes = 4 + format.size() + 4 + dataBytes;
    if (riffBytes > std::numeric_limits<uint32_t>::max())
        return failure(ErrorCode::TooLarge, "4 GiB");
    std::vector<uint8_t> header;
    appendText(header, "RIFF");
    appendLittleEndian<uint32_t>(header, static_cast<uint32_t>(riffBytes));
    appendText(header, "WAVE");
    header.insert(header.end(), format.begin(), format.end());
    appendLittleEndian<uint32_t>(header, static_cast<uint32_t>(dataBytes));
    return header;
}

Result<void> writeWav(
    const std::shared_ptr<const Analysis>& analysis, const std::filesystem::path& path, const JobControl& job)
{
    const OpusHead& head = analysis->capture->head();
    auto renderer = Renderer::open(analysis->capture, timelineOf(analysis));
    if (!renderer)
        return tl::unexpected(renderer.error());
    const int64_t frames = renderer->frameCount();
    auto header = wavHeader(frames, head);
    if (!header)
        return tl::unexpected(header.error());
    auto file = PendingFile::create(path);
    if (!file)
        return tl::unexpected(file.error());
    if (auto written = file->write(*header); !written)
        return written;
    std::vector<float> pcm(static_cast<size_t>(framesAtOnce) * head.channels);
    std::vector<uint8_t> bytes;
    for (int64_t frame = 0; frame < frames; frame += framesAtOnce) {
        job.report(static_cast<double>(frame) / static_cast<double>(frames));
        const auto part =
            std::span(pcm).first(static_cast<size_t>(std::min(framesAtOnce, frames - frame)) * head.channels);
        if (auto rendered = renderer->render(frame, part, job); !rendered)
            return rendered;
        bytes.clear();
        appendFrames(bytes, part, head);
        if (auto written = file->write(bytes); !written)
            return written;
    }
    if (job.isCancelled())
        return failure(ErrorCode::Cancelled);
    return file->commit();
}

} // namespace core
