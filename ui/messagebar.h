#pragma once

#include <QFrame>

class QLabel;

namespace ui {

// A strip below the tool bar that tells a problem, until it is closed or solved.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);
    void show(const QString& text); // empty: goes away
    [[nodiscard]] QString text() const; // of what is shown; empty: nothing is

private:
    QLabel* m_text = nullptr;
};

} // namespace ui
