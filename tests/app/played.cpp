#include "tests/app/played.h"

#include "core/render/renderer.h"
#include "tests/support/sound.h"

namespace test {

namespace {

std::shared_ptr<const core::Analysis> analysisOf(
    const std::shared_ptr<const core::Capture>& capture, const TimelineBuilder& builder)
{
    auto analysis = std::make_shared<core::Analysis>();
    analysis->capture = capture;
    analysis->timeline = *builder.build();
    return analysis;
}

Frames rendered(const std::shared_ptr<const core::Capture>& capture,
    const std::shared_ptr<const core::Timeline>& timeline)
{
    auto renderer = core::Renderer::open(capture, timeline).value();
    const auto channels = static_cast<size_t>(renderer.channels());
    std::vector<float> pcm(static_cast<size_t>(renderer.frameCount()) * channels);
    if (!renderer.render(0, pcm))
        return {};
    Frames frames;
    for (size_t i = 0; i < pcm.size(); i += channels)
        frames.push_back({pcm[i], pcm[i + channels - 1]});
    return frames;
}

} // namespace

std::shared_ptr<const core::Capture> toneCapture(int channels)
{
    core::EncoderSettings settings;
    settings.channels = channels;
    return captureOf(encodedTone(settings, packetCount), channels, 312, 500);
}

std::shared_ptr<const core::Analysis> analysisWithStall(const std::shared_ptr<const core::Capture>& capture,
    int64_t startUs, int64_t stallUs, uint32_t stalledPacket)
{
    TimelineBuilder builder(capture, startUs);
    for (uint32_t packet = 0; packet < packetCount; ++packet) {
        if (packet == stalledPacket && stallUs > 0)
            builder.stall(stallUs);
        builder.packet(packet);
    }
    return analysisOf(capture, builder);
}

std::shared_ptr<const core::Analysis> analysisSilentFrom(
    const std::shared_ptr<const core::Capture>& capture, uint32_t firstSilent)
{
    TimelineBuilder builder(capture);
    for (uint32_t packet = 0; packet < packetCount; ++packet) {
        if (packet < firstSilent)
            builder.packet(packet);
        else
            builder.loss(core::Repair::Silence, packetUs);
    }
    return analysisOf(capture, builder);
}

Frames received(const std::shared_ptr<const core::Analysis>& analysis)
{
    return rendered(analysis->capture, core::timelineOf(analysis));
}

Frames original(const std::shared_ptr<const core::Capture>& capture)
{
    return rendered(capture, std::make_shared<const core::Timeline>(core::originalTimeline(*capture)));
}

} // namespace test
