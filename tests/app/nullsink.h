#pragma once

#include <QProcess>
#include <QStringList>

namespace test {

// Has the process write to its standard output what the sink of with-null-sink is given: frames of two floats
// at 48 kHz, as app::AudioRing::Frame.
inline void startRecording(QProcess& process, int latencyMs)
{
    process.start(QStringLiteral("parec"),
        {QStringLiteral("-d"), QStringLiteral("lab.monitor"), QStringLiteral("--format=float32le"),
            QStringLiteral("--rate=48000"), QStringLiteral("--channels=2"), QStringLiteral("--raw"),
            QStringLiteral("--latency-msec=%1").arg(latencyMs)});
}

} // namespace test
