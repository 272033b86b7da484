#pragma once

#include <QWidget>

namespace ui {

// What stands in place of the lanes while there is no capture: what to do.
class EmptyView : public QWidget {
    Q_OBJECT

public:
    explicit EmptyView(QWidget* parent = nullptr);

signals:
    void openRequested();
    void sampleRequested();
};

} // namespace ui
