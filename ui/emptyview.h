#pragma once

#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace ui {

// What stands in place of the lanes while there is no capture: what to do.
class EmptyView : public QWidget {
    Q_OBJECT

public:
    explicit EmptyView(QWidget* parent = nullptr);
    // The files opened last, newest first: the first few are offered.
    void showRecent(const QStringList& paths);

signals:
    void openRequested();
    void sampleRequested();
    void recentRequested(const QString& path);

private:
    QWidget* m_recent = nullptr;
    QVBoxLayout* m_files = nullptr;
};

} // namespace ui
