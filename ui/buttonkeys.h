#pragma once

#include <QObject>

namespace ui {

// Enter presses the button that has the focus, and opens its menu if it has one, in every window of the
// program: Space, which does so elsewhere, plays, and Enter does so by itself on some desktops only.
class ButtonKeys : public QObject {
public:
    explicit ButtonKeys(QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
};

} // namespace ui
