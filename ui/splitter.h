#pragma once

#include <QSplitter>

namespace ui {

// A splitter whose handles take the focus and are moved by the arrow keys, with Ctrl further. One more step
// closes a part that can't get smaller; the way back opens it.
class Splitter : public QSplitter {
public:
    using QSplitter::QSplitter;
    // What it is that the handle before this part changes, for screen readers and the tooltip.
    void setHandleName(int part, const QString& name);

protected:
    QSplitterHandle* createHandle() override;
};

} // namespace ui
