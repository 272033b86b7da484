#pragma once

#include "core/capture/capture.h"

#include <QAbstractTableModel>
#include <QTime>
#include <deque>
#include <memory>
#include <optional>

namespace ui {

enum class LogColumn : uint8_t { Time, ByteOffset, Media, Text };

// What is wrong with the file, by place in it, and below that what the program had to say, by time of day.
// Of the program's messages the newest thousand stay. GUI thread only.
class LogModel : public QAbstractTableModel {
    Q_OBJECT

public:
    static constexpr int columns = 4;
    static constexpr size_t maxMessages = 1000;

    using QAbstractTableModel::QAbstractTableModel;

    // The messages stay, the anomalies are those of this capture; nullptr = none.
    void setCapture(std::shared_ptr<const core::Capture> capture);
    void append(const QString& text, const QTime& time);

    [[nodiscard]] int anomalyCount() const;
    // Where in the stream the damage is that the row tells of; nothing: not known, or no damage.
    [[nodiscard]] std::optional<core::MediaTime> mediaOf(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Message {
        QTime time;
        QString text;
    };

    [[nodiscard]] QString anomalyCell(int row, LogColumn column) const;
    [[nodiscard]] QString messageCell(int place, LogColumn column) const;

    std::shared_ptr<const core::Capture> m_capture;
    std::deque<Message> m_messages;
};

} // namespace ui
