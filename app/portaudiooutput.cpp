#include "app/portaudiooutput.h"

#include "app/standarderror.h"

#include <algorithm>
#include <alsa/asoundlib.h>
#include <atomic>
#include <optional>
#include <portaudio.h>

namespace app {

namespace {

void ignoreAlsaMessage(
    const char* /*file*/, int /*line*/, const char* /*function*/, int /*code*/, const char* /*format*/, ...)
{
}

// PortAudio ends the program where the configuration of ALSA names no device at all.
bool hasAlsaDevices()
{
    snd_config_t* devices = nullptr;
    return snd_config_update() >= 0 && snd_config_search(snd_config, "pcm", &devices) >= 0;
}

QString nameOf(PaDeviceIndex index)
{
    const PaDeviceInfo* info = Pa_GetDeviceInfo(index);
    return info == nullptr ? QString() : QString::fromUtf8(info->name);
}

bool canPlay(PaDeviceIndex index)
{
    const PaDeviceInfo* info = Pa_GetDeviceInfo(index);
    return info != nullptr && info->maxOutputChannels > 0;
}

std::optional<PaDeviceIndex> findDevice(const QString& name)
{
    if (name.isEmpty()) {
        const PaDeviceIndex index = Pa_GetDefaultOutputDevice();
        return index == paNoDevice ? std::nullopt : std::optional(index);
    }
    for (PaDeviceIndex index = 0; index < Pa_GetDeviceCount(); ++index) {
        if (canPlay(index) && nameOf(index) == name)
            return index;
    }
    return std::nullopt;
}

core::Error refusal(PaError code)
{
    const bool isHostError = code == paUnanticipatedHostError;
    const char* words = isHostError ? Pa_GetLastHostErrorInfo()->errorText : Pa_GetErrorText(code);
    return {core::ErrorCode::NotReadable, words, std::nullopt};
}

} // namespace

// One open stream; its address goes to PortAudio.
class PortAudioOutput::Stream {
public:
    explicit Stream(Source& source)
        : m_source(source)
    {
    }
    ~Stream()
    {
        if (m_stream != nullptr)
            Pa_CloseStream(m_stream); // aborts what is still running
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    [[nodiscard]] PaError open(PaDeviceIndex device, std::chrono::duration<double> latency)
    {
        const double lowest = Pa_GetDeviceInfo(device)->defaultLowOutputLatency;
        const PaStreamParameters parameters{device, 2, paFloat32, std::max(lowest, latency.count()), nullptr};
        const PaError opened = Pa_OpenStream(&m_stream, nullptr, &parameters, framesPerSecond,
            paFramesPerBufferUnspecified, paClipOff | paDitherOff, &Stream::onPull, this);
        if (opened != paNoError)
            return opened;
        m_latencySeconds = Pa_GetStreamInfo(m_stream)->outputLatency;
        Pa_SetStreamFinishedCallback(m_stream, &Stream::onFinished);
        return Pa_StartStream(m_stream);
    }
    [[nodiscard]] bool isFinished() const { return m_isFinished.load(); }
    [[nodiscard]] double latencySeconds() const { return m_latencySeconds; }

private:
    static int onPull(const void* /*input*/, void* output, unsigned long frames,
        const PaStreamCallbackTimeInfo* /*time*/, PaStreamCallbackFlags flags, void* self) noexcept
    {
        auto* stream = static_cast<Stream*>(self);
        if ((flags & paOutputUnderflow) != 0)
            stream->m_source.deviceRanDry();
        const std::chrono::duration<double> latency(stream->m_latencySeconds);
        const TimePoint soundsAt =
            std::chrono::steady_clock::now() + std::chrono::duration_cast<TimePoint::duration>(latency);
        stream->m_source.pull({static_cast<AudioRing::Frame*>(output), frames}, soundsAt);
        return paContinue;
    }
    static void onFinished(void* self) noexcept { static_cast<Stream*>(self)->m_isFinished = true; }

    Source& m_source;
    PaStream* m_stream = nullptr;
    double m_latencySeconds = 0;
    std::atomic<bool> m_isFinished = false;
};

PortAudioOutput::PortAudioOutput() = default;

PortAudioOutput::~PortAudioOutput()
{
    m_stream.reset();
    terminate();
}

QStringList PortAudioOutput::deviceNames()
{
    // PortAudio looks for devices only when it is initialised.
    if (!m_stream)
        terminate();
    QStringList names;
    if (!initialise())
        return names;
    for (PaDeviceIndex index = 0; index < Pa_GetDeviceCount(); ++index) {
        if (canPlay(index) && !names.contains(nameOf(index)))
            names.append(nameOf(index));
    }
    return names;
}

QString PortAudioOutput::defaultDevice() const
{
    const auto index = m_isInitialised ? findDevice({}) : std::nullopt;
    return index ? nameOf(*index) : QString();
}

core::Result<void> PortAudioOutput::start(
    const QString& device, std::chrono::milliseconds latency, Source& source)
{
    stop();
    if (!initialise())
        return core::failure(core::ErrorCode::NotFound);
    const auto index = findDevice(device);
    if (!index)
        return core::failure(core::ErrorCode::NotFound, device.toStdString());
    auto stream = std::make_unique<Stream>(source);
    const QuietStandardError quiet;
    if (const PaError opened = stream->open(*index, latency); opened != paNoError)
        return tl::unexpected(refusal(opened));
    m_stream = std::move(stream);
    m_device = nameOf(*index);
    return {};
}

void PortAudioOutput::stop()
{
    const bool hasFailed = m_stream && m_stream->isFinished();
    m_stream.reset();
    m_device.clear();
    if (hasFailed)
        terminate(); // the next start looks afresh at what is there
}

bool PortAudioOutput::isAlive() const { return m_stream && !m_stream->isFinished(); }

double PortAudioOutput::latencyMs() const { return m_stream ? m_stream->latencySeconds() * 1000 : 0; }

bool PortAudioOutput::initialise()
{
    if (m_isInitialised)
        return true;
    snd_lib_error_set_handler(&ignoreAlsaMessage);
    const QuietStandardError quiet;
    m_isInitialised = hasAlsaDevices() && Pa_Initialize() == paNoError;
    return m_isInitialised;
}

void PortAudioOutput::terminate()
{
    if (m_isInitialised)
        Pa_Terminate();
    m_isInitialised = false;
}

} // namespace app
