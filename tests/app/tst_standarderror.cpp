#include "app/standarderror.h"

#include <QTest>
#include <array>
#include <cstdio>
#include <unistd.h>

// In a program of its own: where standard error leads is asked for once.
class TestStandardError : public QObject {
    Q_OBJECT
private slots:
    void tellsWhatTheProgramSaysWhileAllElseIsQuiet()
    {
        std::array<int, 2> ends{};
        QCOMPARE(pipe(ends.data()), 0);
        const int before = dup(STDERR_FILENO);
        dup2(ends[1], STDERR_FILENO);
        {
            const app::QuietStandardError quiet;
            std::fputs("noise\n", stderr);
            app::writeError("told\n");
        }
        app::writeError("after\n");
        std::fputs("others\n", stderr);
        dup2(before, STDERR_FILENO);
        std::array<char, 100> text{};
        const ssize_t length = read(ends[0], text.data(), text.size());
        QCOMPARE(QByteArray(text.data(), length), QByteArray("told\nafter\nothers\n"));
        for (const int each : {ends[0], ends[1], before})
            close(each);
    }
};

QTEST_APPLESS_MAIN(TestStandardError)
#include "tst_standarderror.moc"
