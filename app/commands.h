#pragma once

#include "app/commandline.h"

namespace app {

// The commands that need no sound and no window. Results go to standard output, one line for each problem and
// the progress to standard error. They return the exit code.
[[nodiscard]] int runInfo(const InfoRequest& request);
[[nodiscard]] int runAnalyze(const AnalyzeRequest& request);
[[nodiscard]] int runSweep(const SweepRequest& request);
[[nodiscard]] int runExport(const ExportRequest& request);
[[nodiscard]] int runText(const TextRequest& request);

// Writes the line of a problem to standard error.
void printProblem(const QString& line);

} // namespace app
