#include "app/playcommand.h"

#include "app/commandline.h"
#include "app/commands.h"
#include "app/errortext.h"
#include "app/filename.h"
#include "app/interruption.h"
#include "app/player.h"
#include "app/playprogress.h"
#include "app/portaudiooutput.h"
#include "core/analysis/analysis.h"
#include "core/capture/open.h"

#include <QFile>
#include <QRegularExpression>
#include <thread>

namespace app {

using core::ReceiverSpan;
using core::ReceiverTime;
using std::chrono::steady_clock;

namespace {

constexpr std::chrono::milliseconds progressPeriod(50);
constexpr std::chrono::seconds longestStart(10);
constexpr std::chrono::milliseconds steadyLatency(120); // nothing is changed while it plays

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::PlayCommand)
};

core::Result<std::shared_ptr<const core::Analysis>> analysed(
    const PlayRequest& request, const std::stop_token& stop)
{
    const core::JobControl job(stop);
    const auto capture = core::openCapture(pathFrom(request.file), job);
    if (!capture)
        return tl::unexpected(capture.error());
    return core::analyze(*capture, request.scenario, job);
}

// Plays one request on its own player and shows it on the terminal.
class Performance {
public:
    Performance(const PlayRequest& request, std::stop_token stop)
        : m_request(request)
        , m_stop(std::move(stop))
    {
    }

    [[nodiscard]] bool hasDevice();
    void play(const std::shared_ptr<const core::Analysis>& analysis);

private:
    // Waits for something that the player's thread does soon.
    template <typename Condition> bool await(Condition isTrue) const;
    void follow(PlayProgress& progress) const;

    const PlayRequest& m_request;
    std::stop_token m_stop;
    Player m_player{std::make_unique<PortAudioOutput>(), steadyLatency};
};

template <typename Condition> bool Performance::await(Condition isTrue) const
{
    const auto limit = steady_clock::now() + longestStart;
    while (!isTrue() && !m_stop.stop_requested() && steady_clock::now() < limit)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return isTrue();
}

bool Performance::hasDevice()
{
    m_player.findDevices();
    if (m_request.device.isEmpty() || !await([&] { return m_player.devices().areKnown; }))
        return true; // starting it will tell
    const QStringList names = m_player.devices().names;
    if (names.contains(m_request.device))
        return true;
    const QString problem = Words::tr("there is no sound device “%1”").arg(m_request.device);
    printProblem(names.isEmpty()
            ? Words::tr("%1; no sound device was found").arg(problem)
            : Words::tr("%1; there are: %2").arg(problem, names.join(QStringLiteral(", "))));
    return false;
}

void Performance::play(const std::shared_ptr<const core::Analysis>& analysis)
{
    const ReceiverTime begin = analysis->timeline.start() + m_request.from;
    m_player.load(analysis);
    m_player.setDevice(m_request.device);
    m_player.seek(begin);
    if (m_request.duration)
        m_player.setStop(begin + *m_request.duration);
    m_player.setPlaying(true);
    PlayProgress progress(analysis);
    if (await([&] { return m_player.hasGranted(); }))
        follow(progress);
}

void Performance::follow(PlayProgress& progress) const
{
    ui::Playback playback = m_player.playback(steady_clock::now());
    QString problem;
    while (playback.isPlaying && !m_stop.stop_requested()) {
        if (playback.problem != problem)
            progress.note(playback.problem);
        problem = playback.problem;
        progress.show(playback);
        std::this_thread::sleep_for(progressPeriod);
        playback = m_player.playback(steady_clock::now());
    }
    progress.show(playback);
    progress.finish();
}

} // namespace

std::optional<ReceiverSpan> parseTime(QStringView text)
{
    static const QRegularExpression clock(
        QStringLiteral(R"(^(?:(?:(\d{1,4}):)?(\d{1,6}):)?(\d{1,9})(?:[.,](\d{1,6})\d*)?s?$)"));
    static const QRegularExpression milliseconds(QStringLiteral(R"(^(\d{1,12})(?:[.,](\d{1,3})\d*)?ms$)"));
    if (const auto match = milliseconds.match(text.toString()); match.hasMatch()) {
        const QString micros = match.captured(2).leftJustified(3, QLatin1Char('0'));
        return ReceiverSpan(match.captured(1).toLongLong() * 1000 + micros.toLongLong());
    }
    const auto match = clock.match(text.toString());
    if (!match.hasMatch())
        return std::nullopt;
    const int64_t hours = match.captured(1).toLongLong();
    const int64_t minutes = match.captured(2).toLongLong();
    const int64_t seconds = match.captured(3).toLongLong();
    const bool hasMinutes = !match.captured(2).isEmpty();
    if ((hasMinutes && seconds >= 60) || (!match.captured(1).isEmpty() && minutes >= 60))
        return std::nullopt;
    const QString micros = match.captured(4).leftJustified(6, QLatin1Char('0'));
    return ReceiverSpan(((hours * 60 + minutes) * 60 + seconds) * 1000000 + micros.toLongLong());
}

int runPlay(const PlayRequest& request)
{
    const Interruption interruption;
    const auto analysis = analysed(request, interruption.token());
    if (!analysis) {
        printProblem(errorText(analysis.error(), request.file));
        return analysis.error().code == core::ErrorCode::Cancelled ? Interrupted : FileProblem;
    }
    const core::Timeline& timeline = (*analysis)->timeline;
    if (request.from > ReceiverSpan() && request.from >= timeline.end() - timeline.start()) {
        printProblem(
            Words::tr("--from: playout lasts %1 s only")
                .arg(QString::number((timeline.end() - timeline.start()).milliseconds() / 1000, 'f', 3)));
        return UsageProblem;
    }
    // Told first: while PortAudio looks for devices, nothing written to standard error is seen.
    if (timeline.end() <= timeline.start())
        printProblem(Words::tr("no packet is played, so nothing is heard"));
    Performance performance(request, interruption.token());
    if (!performance.hasDevice())
        return FileProblem;
    performance.play(*analysis);
    return interruption.token().stop_requested() ? Interrupted : Done;
}

} // namespace app
