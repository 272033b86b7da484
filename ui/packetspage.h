#pragma once

#include "core/analysis/analysis.h"
#include "ui/packetmodel.h"

#include <QWidget>
#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;

namespace ui {

class TableView;

// The table of packets with its filter above it. One packet is the chosen one, here and in the other views;
// it stays chosen when the filter hides it.
class PacketsPage : public QWidget {
    Q_OBJECT

public:
    explicit PacketsPage(QWidget* parent = nullptr);

    [[nodiscard]] const PacketModel& model() const { return *m_model; }
    [[nodiscard]] TableView& table() const { return *m_table; }

    void showAnalysis(std::shared_ptr<const core::Analysis> analysis); // nullptr: no capture
    // Follows a choice made elsewhere and tells nothing back; core::noPacket = none.
    void selectPacket(uint32_t packet);

signals:
    void packetSelected(uint32_t packet);

private:
    void setupFilter();
    void setupTable();
    void applyFilter();
    void follow(const QModelIndex& current);
    void showChosen();
    void showRows();
    void showCount();

    PacketModel* m_model = nullptr;
    QComboBox* m_fate = nullptr;
    QLineEdit* m_text = nullptr;
    QLabel* m_count = nullptr;
    TableView* m_table = nullptr;
    std::shared_ptr<const core::Capture> m_capture;
    uint32_t m_chosen = core::noPacket;
    bool m_isFilterNew = false; // not shown yet
};

} // namespace ui
