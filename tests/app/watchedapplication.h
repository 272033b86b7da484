#pragma once

#include <QApplication>
#include <QString>
#include <chrono>
#include <map>

namespace test {

// Times every handler of an event in the thread of the application, nested ones as a part of the outer one,
// in processor time of this thread: what it waits for is not seen, but neither is what else runs on the
// machine; on a virtual one, what runs beside it is.
class WatchedApplication : public QApplication {
public:
    struct Handler {
        std::chrono::microseconds time;
        QString name; // receiver and event
    };

    WatchedApplication(int& argc, char** argv);

    bool notify(QObject* receiver, QEvent* event) override;

    void startWatch();
    // Since then; no time if nothing was handled.
    [[nodiscard]] Handler longest() const;
    // Handlers since then that took longer, by their names, each with the longest time it took.
    [[nodiscard]] std::map<QString, std::chrono::microseconds> longerThan(
        std::chrono::microseconds limit) const;

private:
    int m_depth = 0;
    std::map<QString, std::chrono::microseconds> m_longest; // of each name
};

} // namespace test
