#include "ui/logmodel.h"

#include "ui/format.h"
#include "ui/outcometext.h"

#include <array>
#include <utility>

namespace ui {

namespace {

Qt::Alignment alignmentOf(LogColumn column)
{
    return (column == LogColumn::Text ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

} // namespace

void LogModel::setCapture(std::shared_ptr<const core::Capture> capture)
{
    beginResetModel();
    m_capture = std::move(capture);
    endResetModel();
}

void LogModel::append(const QString& text, const QTime& time)
{
    if (m_messages.size() == maxMessages) {
        beginRemoveRows({}, anomalyCount(), anomalyCount());
        m_messages.pop_front();
        endRemoveRows();
    }
    const int row = rowCount();
    beginInsertRows({}, row, row);
    m_messages.push_back({time, text});
    endInsertRows();
}

int LogModel::anomalyCount() const { return m_capture ? static_cast<int>(m_capture->anomalies().size()) : 0; }

std::optional<core::MediaTime> LogModel::mediaOf(int row) const
{
    if (row < 0 || row >= anomalyCount())
        return std::nullopt;
    return m_capture->anomalies()[static_cast<size_t>(row)].media;
}

int LogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : anomalyCount() + static_cast<int>(m_messages.size());
}

int LogModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : columns; }

QVariant LogModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto column = static_cast<LogColumn>(index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(alignmentOf(column));
    if (role != Qt::DisplayRole && !(role == Qt::ToolTipRole && column == LogColumn::Text))
        return {};
    const int place = index.row() - anomalyCount();
    const QString text = place < 0 ? anomalyCell(index.row(), column) : messageCell(place, column);
    // A tool tip is read as HTML where it looks like it, as the name of a file may.
    return role == Qt::DisplayRole
        ? text
        : QString(QStringLiteral("<p>") % text.toHtmlEscaped() % QStringLiteral("</p>"));
}

QVariant LogModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const std::array<QString, columns> names{tr("Time"), tr("Byte"), tr("Media"), tr("Message")};
    const std::array<QString, columns> tips{tr("Time of day of a message of the program"),
        tr("Where in the file the damage was found"), tr("Where in the stream, if that is known"),
        tr("What is wrong")};
    switch (role) {
    case Qt::DisplayRole:
        return names.at(static_cast<size_t>(section));
    case Qt::ToolTipRole:
        return tips.at(static_cast<size_t>(section));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(static_cast<LogColumn>(section)));
    default:
        return {};
    }
}

QString LogModel::anomalyCell(int row, LogColumn column) const
{
    const core::Anomaly& anomaly = m_capture->anomalies()[static_cast<size_t>(row)];
    switch (column) {
    case LogColumn::Time:
        return {};
    case LogColumn::ByteOffset:
        return countText(anomaly.byteOffset);
    case LogColumn::Media:
        return anomaly.media ? clockText(*anomaly.media) : QString();
    case LogColumn::Text:
        return anomalyText(anomaly);
    }
    return {};
}

QString LogModel::messageCell(int place, LogColumn column) const
{
    const Message& message = m_messages[static_cast<size_t>(place)];
    switch (column) {
    case LogColumn::Time:
        return message.time.toString(QStringLiteral("HH:mm:ss"));
    case LogColumn::Text:
        return message.text;
    default:
        return {};
    }
}

} // namespace ui
