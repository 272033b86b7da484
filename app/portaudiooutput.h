#pragma once

#include "app/audiooutput.h"

#include <memory>

namespace app {

// The sound devices that PortAudio finds. Initialises the library at the first use, which may take a while.
class PortAudioOutput final : public AudioOutput {
public:
    PortAudioOutput();
    ~PortAudioOutput() override;
    PortAudioOutput(const PortAudioOutput&) = delete;
    PortAudioOutput& operator=(const PortAudioOutput&) = delete;

    [[nodiscard]] QStringList deviceNames() override;
    [[nodiscard]] QString defaultDevice() const override;
    [[nodiscard]] core::Result<void> start(
        const QString& device, std::chrono::milliseconds latency, Source& source) override;
    void stop() override;
    [[nodiscard]] bool isAlive() const override;
    [[nodiscard]] QString runningDevice() const override { return m_device; }
    [[nodiscard]] double latencyMs() const override;

private:
    class Stream;

    [[nodiscard]] bool initialise();
    void terminate();

    bool m_isInitialised = false;
    QString m_device;
    std::unique_ptr<Stream> m_stream;
};

} // namespace app
