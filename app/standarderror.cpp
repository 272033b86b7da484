#include "app/standarderror.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace app {

namespace {

// Where standard error led when it was asked for first, which is before it is made quiet; -1: nowhere.
int errorDescriptor()
{
    static const int descriptor =
        fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1); // NOLINT(*-vararg)
    return descriptor;
}

} // namespace

void writeError(QByteArrayView text)
{
    while (!text.isEmpty()) {
        const ssize_t count = ::write(errorDescriptor(), text.data(), static_cast<size_t>(text.size()));
        if (count < 0 && errno != EINTR)
            return; // there is nowhere left to tell it
        text = text.sliced(count < 0 ? 0 : static_cast<qsizetype>(count));
    }
}

QuietStandardError::QuietStandardError()
{
    if (errorDescriptor() < 0)
        return;
    const int nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC); // NOLINT(*-vararg)
    if (nowhere < 0)
        return;
    dup2(nowhere, STDERR_FILENO);
    close(nowhere);
}

QuietStandardError::~QuietStandardError()
{
    if (errorDescriptor() >= 0)
        dup2(errorDescriptor(), STDERR_FILENO);
}

} // namespace app
