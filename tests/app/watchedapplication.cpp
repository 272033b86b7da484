#include "tests/app/watchedapplication.h"

#include <QEvent>
#include <QMetaEnum>
#include <algorithm>
#include <ctime>

namespace test {

namespace {

QString nameOf(const QObject& receiver, const QEvent& event)
{
    const QMetaEnum types = QMetaEnum::fromType<QEvent::Type>();
    return QStringLiteral("%1 %2 %3")
        .arg(QLatin1String(receiver.metaObject()->className()), receiver.objectName(),
            QLatin1String(types.valueToKey(event.type())));
}

std::chrono::nanoseconds processorTime()
{
    timespec time{};
    ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

} // namespace

WatchedApplication::WatchedApplication(int& argc, char** argv)
    : QApplication(argc, argv)
{
}

bool WatchedApplication::notify(QObject* receiver, QEvent* event)
{
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    const QString name = nameOf(*receiver, *event); // the receiver may be gone afterwards
    ++m_depth;
    const auto begin = processorTime();
    const bool result = QApplication::notify(receiver, event);
    const auto time = std::chrono::duration_cast<std::chrono::microseconds>(processorTime() - begin);
    --m_depth;
    auto& longest = m_longest[name];
    longest = std::max(longest, time);
    return result;
}

void WatchedApplication::startWatch() { m_longest.clear(); }

WatchedApplication::Handler WatchedApplication::longest() const
{
    Handler longest{};
    for (const auto& [name, time] : m_longest) {
        if (time > longest.time)
            longest = {time, name};
    }
    return longest;
}

std::map<QString, std::chrono::microseconds> WatchedApplication::longerThan(
    std::chrono::microseconds limit) const
{
    auto longer = m_longest;
    std::erase_if(longer, [limit](const auto& handler) { return handler.second <= limit; });
    return longer;
}

} // namespace test
