#pragma once

#include "core/analysis/analysis.h"
#include "ui/gapmodel.h"

#include <QWidget>
#include <memory>
#include <optional>

namespace ui {

class TableView;

// The table of gaps. One gap is the chosen one; another scenario on the same capture keeps it chosen as long
// as there is a gap at the same place of the stream.
class GapsPage : public QWidget {
    Q_OBJECT

public:
    explicit GapsPage(QWidget* parent = nullptr);

    [[nodiscard]] const GapModel& model() const { return *m_model; }
    [[nodiscard]] TableView& table() const { return *m_table; }

    void showAnalysis(std::shared_ptr<const core::Analysis> analysis); // nullptr: no capture
    void setDamage(uint32_t gap, double decibels);

    [[nodiscard]] std::optional<core::Gap> currentGap() const;
    // Chooses the first gap that starts behind (the last that starts before) the time; false if there is
    // none.
    bool selectGapAfter(core::ReceiverTime time);
    bool selectGapBefore(core::ReceiverTime time);
    // Follows a packet chosen elsewhere to its gap, in silence; a packet that was played has none.
    void selectGapOf(uint32_t packet);
    void activateCurrentGap();

signals:
    void gapSelected(const core::Gap& gap);
    void gapActivated(const core::Gap& gap);

private:
    bool select(std::optional<uint32_t> gap);
    void follow(const QModelIndex& current);
    void showChosen();
    void showEmptyText();

    GapModel* m_model = nullptr;
    TableView* m_table = nullptr;
    std::shared_ptr<const core::Capture> m_capture;
    std::optional<uint32_t> m_chosen; // in Analysis::gaps
};

} // namespace ui
