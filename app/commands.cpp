#include "app/commands.h"

#include "app/capturereport.h"
#include "app/errortext.h"
#include "app/filename.h"
#include "app/interruption.h"
#include "app/report.h"
#include "app/standarderror.h"
#include "app/sweepreport.h"
#include "core/analysis/analysis.h"
#include "core/base/file.h"
#include "core/capture/open.h"
#include "core/repair/csv.h"

#include <QCoreApplication>
#include <QFile>
#include <optional>
#include <tuple>
#include <unistd.h>

namespace app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::Commands)
};

QString displayName(const QString& file, const QString& forDash)
{
    return file == QLatin1String("-") ? forDash : file;
}
QString inputName(const QString& file) { return displayName(file, Words::tr("standard input")); }
QString outputName(const QString& file) { return displayName(file, Words::tr("standard output")); }

// Percent on standard error while work goes on, wiped out at its end; silent if that is no terminal.
class TerminalProgress {
public:
    TerminalProgress() = default;
    TerminalProgress(const TerminalProgress&) = delete;
    TerminalProgress& operator=(const TerminalProgress&) = delete;
    ~TerminalProgress()
    {
        if (m_percent >= 0)
            writeError("\r      \r");
    }

    void show(double done)
    {
        const int percent = static_cast<int>(done * 100);
        if (!m_isTerminal || percent == m_percent)
            return;
        m_percent = percent;
        writeError(QStringLiteral("\r%1 %").arg(percent, 4).toUtf8());
    }

private:
    bool m_isTerminal = ::isatty(STDERR_FILENO) != 0;
    int m_percent = -1;
};

int fail(const core::Error& error, const QString& file)
{
    printProblem(errorText(error, file));
    return error.code == core::ErrorCode::Cancelled ? Interrupted : FileProblem;
}

int print(const QByteArray& text)
{
    core::Result<core::PendingFile> output = core::PendingFile::create("-");
    const core::Bytes bytes(
        reinterpret_cast<const uint8_t*>(text.constData()), static_cast<size_t>(text.size())); // NOLINT
    const core::Result<void> written = output->write(bytes);
    return written ? static_cast<int>(Done) : fail(written.error(), outputName(QStringLiteral("-")));
}

// What went wrong with an export, other than with the capture that it was made from.
bool isAboutOutput(const core::Error& error)
{
    return error.code == core::ErrorCode::WriteFailed || error.code == core::ErrorCode::IsDirectory
        || error.code == core::ErrorCode::Cancelled;
}

// A step of a command: the result, or the exit code after the problem was printed.
template <typename T> using Step = tl::expected<T, int>;

Step<std::shared_ptr<const core::Capture>> open(const QString& file, const core::JobControl& job)
{
    auto capture = core::openCapture(pathFrom(file), job);
    if (!capture)
        return tl::unexpected(fail(capture.error(), inputName(file)));
    return *capture;
}

Step<std::shared_ptr<const core::Analysis>> openAndAnalyze(
    const QString& file, const core::Scenario& scenario, const core::JobControl& job)
{
    const auto capture = open(file, job);
    if (!capture)
        return tl::unexpected(capture.error());
    auto analysis = core::analyze(*capture, scenario, job);
    if (!analysis)
        return tl::unexpected(fail(analysis.error(), inputName(file)));
    return *analysis;
}

// Results replace what has their name, so they must not have that of what they are made from, nor each
// other's.
std::optional<int> refusedOutput(const QString& option, const QString& output, const QString& other)
{
    if (output.isEmpty() || output == QLatin1String("-") || other.isEmpty())
        return std::nullopt;
    if (output != other && !core::isSameFile(pathFrom(other), pathFrom(output)))
        return std::nullopt;
    printProblem(
        singleLine(Words::tr("%1: %2 is read or written already; choose another name").arg(option, output)));
    return UsageProblem;
}

int writeTables(const core::Analysis& analysis, const AnalyzeRequest& request, const core::JobControl& job)
{
    if (!request.packetsCsv.isEmpty()) {
        const auto written = core::writePacketsCsv(analysis, pathFrom(request.packetsCsv), job);
        if (!written)
            return fail(written.error(), outputName(request.packetsCsv));
    }
    if (!request.timelineCsv.isEmpty()) {
        const auto written = core::writeTimelineCsv(analysis, pathFrom(request.timelineCsv), job);
        if (!written)
            return fail(written.error(), outputName(request.timelineCsv));
    }
    return Done;
}

} // namespace

void printProblem(const QString& line) { writeError(QStringLiteral("jitterscope: %1\n").arg(line).toUtf8()); }

int runInfo(const InfoRequest& request)
{
    const Interruption interruption;
    const auto capture = open(request.file, core::JobControl(interruption.token()));
    if (!capture)
        return capture.error();
    return print(request.isJson ? captureJson(**capture, request.file)
                                : captureTable(**capture, request.file).toUtf8());
}

int runAnalyze(const AnalyzeRequest& request)
{
    for (const auto& [option, output, other] : {std::tuple("--packets", request.packetsCsv, request.file),
             std::tuple("--timeline", request.timelineCsv, request.file),
             std::tuple("--timeline", request.timelineCsv, request.packetsCsv)}) {
        if (const auto refused = refusedOutput(QString::fromLatin1(option), output, other))
            return *refused;
    }
    const Interruption interruption;
    const core::JobControl job(interruption.token());
    const auto analysis = openAndAnalyze(request.file, request.scenario, job);
    if (!analysis)
        return analysis.error();
    if (const int code = writeTables(**analysis, request, job); code != Done)
        return code;
    if (request.packetsCsv == QLatin1String("-") || request.timelineCsv == QLatin1String("-"))
        return Done;
    return print(request.isJson ? analysisJson(**analysis, request.file)
                                : analysisTable(**analysis, request.file).toUtf8());
}

int runSweep(const SweepRequest& request)
{
    const Interruption interruption;
    const auto capture = open(request.file, core::JobControl(interruption.token()));
    if (!capture)
        return capture.error();
    std::vector<core::SweepPoint> points(request.plan.values.size());
    core::Result<void> done;
    {
        TerminalProgress progress;
        const core::JobControl job(interruption.token(), [&](double share) { progress.show(share); });
        done = core::sweep(
            *capture, request.plan, [&](const core::SweepPoint& point) { points[point.place] = point; }, job);
    }
    if (!done)
        return fail(done.error(), inputName(request.file));
    return print(request.isJson ? sweepJson(**capture, request.plan, points, request.file)
                                : sweepTable(**capture, request.plan, points, request.file).toUtf8());
}

int runExport(const ExportRequest& request)
{
    if (const auto refused = refusedOutput(QStringLiteral("-o"), request.output, request.file))
        return *refused;
    const Interruption interruption;
    const auto analysis =
        openAndAnalyze(request.file, request.scenario, core::JobControl(interruption.token()));
    if (!analysis)
        return analysis.error();
    core::Result<void> written;
    {
        TerminalProgress progress;
        const core::JobControl job(interruption.token(), [&](double done) { progress.show(done); });
        written = core::exportAnalysis(*analysis, request.kind, pathFrom(request.output), job);
    }
    if (written)
        return Done;
    return fail(written.error(),
        isAboutOutput(written.error()) ? outputName(request.output) : inputName(request.file));
}

int runText(const TextRequest& request) { return print(request.text.toUtf8()); }

} // namespace app
