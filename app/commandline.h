#pragma once

#include "app/playcommand.h"
#include "app/windowprogram.h"
#include "core/analysis/scenario.h"
#include "core/analysis/sweep.h"
#include "core/repair/export.h"

#include <QString>
#include <QStringList>
#include <tl/expected.hpp>
#include <variant>

namespace app {

struct InfoRequest {
    QString file;
    bool isJson = false;
};

struct AnalyzeRequest {
    QString file;
    core::Scenario scenario;
    bool isJson = false;
    QString packetsCsv; // empty: none; "-": standard output, in place of the report
    QString timelineCsv; // the same
};

struct ExportRequest {
    QString file;
    core::Scenario scenario;
    core::ExportKind kind = core::ExportKind::RepairedOgg;
    QString output;
};

struct SweepRequest {
    QString file;
    core::SweepPlan plan;
    bool isJson = false;
};

// --help and --version.
struct TextRequest {
    QString text;
};

using Request = std::variant<WindowRequest, InfoRequest, AnalyzeRequest, SweepRequest, ExportRequest,
    PlayRequest, TextRequest>;

enum ExitCode : int { Done = 0, FileProblem = 1, UsageProblem = 2, Interrupted = 130 };

// Why the command line can't be followed: one line for standard error.
struct CommandProblem {
    QString text;
    int exitCode = UsageProblem;
};

// Understands the arguments (the program's name first) and reads the scenario file they name.
[[nodiscard]] tl::expected<Request, CommandProblem> parseCommandLine(const QStringList& arguments);

} // namespace app
