#pragma once

#include <QApplication>
#include <QString>
#include <chrono>
#include <vector>

namespace test {

// Times every handler of an event in the thread of the application, nested ones as a part of the outer one,
// in processor time of this thread: what it waits for is not seen, but neither is what else runs on the
// machine.
class WatchedApplication : public QApplication {
public:
    struct Handler {
        std::chrono::microseconds time;
        QString name; // receiver and event
    };

    WatchedApplication(int& argc, char** argv);

    bool notify(QObject* receiver, QEvent* event) override;

    void startWatch();
    // The longest handlers since then, longest first, at most five.
    [[nodiscard]] std::vector<Handler> longest() const;

private:
    int m_depth = 0;
    std::vector<Handler> m_longest;
};

} // namespace test
