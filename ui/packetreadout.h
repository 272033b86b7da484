#pragma once

#include "core/analysis/analysis.h"
#include "ui/lane.h"

#include <QCoreApplication>
#include <QFrame>
#include <QString>
#include <vector>

class QLabel;

namespace ui {

// What is known of one packet, in words and units.
class PacketDescription {
    Q_DECLARE_TR_FUNCTIONS(ui::PacketDescription)

public:
    [[nodiscard]] static std::vector<ReadoutRow> rows(
        const core::Analysis& analysis, const core::PlotLevels& levels, uint32_t packet);
};

// A small panel beside the mouse. Takes no input itself.
class PacketReadout : public QFrame {
    Q_OBJECT

public:
    explicit PacketReadout(QWidget* parent);

    // Beside `point` (in the parent's coordinates), on the side where there is room.
    void showRows(const std::vector<ReadoutRow>& rows, QPoint point);
    [[nodiscard]] QString text() const;

private:
    QLabel* m_label = nullptr;
};

} // namespace ui
