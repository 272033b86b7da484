#pragma once

#include "ui/topic.h"

#include <QFrame>

class QLabel;

namespace ui {

// A strip below the tool bar that tells a problem, until it is closed or solved.
class MessageBar : public QFrame {
    Q_OBJECT

public:
    explicit MessageBar(QWidget* parent = nullptr);
    void show(Topic topic, const QString& text);
    void end(Topic topic); // goes away if it shows a problem of this

private:
    Topic m_topic = Topic::Opening;
    QLabel* m_text = nullptr;
};

} // namespace ui
