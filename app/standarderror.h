#pragma once

#include <QByteArrayView>

namespace app {

// Writes what the program itself has to tell on standard error, also while that is quiet. Any thread.
void writeError(QByteArrayView text);

// While one of these lives, all else that is written on standard error leads nowhere: the sound systems that
// are tried out complain there about each that is missing. Only one at a time.
class QuietStandardError {
public:
    QuietStandardError();
    ~QuietStandardError();
    QuietStandardError(const QuietStandardError&) = delete;
    QuietStandardError& operator=(const QuietStandardError&) = delete;
};

} // namespace app
