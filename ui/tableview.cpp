#include "ui/tableview.h"

#include "ui/tabledelegate.h"
#include "ui/tableheader.h"
#include "ui/theme.h"

#include <QClipboard>
#include <QDataStream>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int heightOfRow = 19;
constexpr int rowsLookedAt = 40; // for the width of a column
constexpr qint64 sliceMs = 6; // of copying between two looks at the window

bool isKeyOfTable(const QKeyEvent& event)
{
    if (event.matches(QKeySequence::Copy) || event.matches(QKeySequence::SelectAll))
        return true;
    if ((event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier)) != 0)
        return false;
    switch (event.key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return true;
    default:
        return false;
    }
}

} // namespace

TableView::TableView(const QString& accessibleName, QWidget* parent)
    : QTableView(parent)
{
    setAccessibleName(accessibleName);
    connect(&m_copyTimer, &QTimer::timeout, this, &TableView::copyOn);
    auto* header = new TableHeader(this);
    setHorizontalHeader(header);
    setItemDelegate(new TableDelegate(this));
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSortingEnabled(true);
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(heightOfRow);
    verticalHeader()->setDefaultSectionSize(heightOfRow);
    verticalHeader()->hide();
    horizontalHeader()->setResizeContentsPrecision(rowsLookedAt);
    horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    connect(header, &TableHeader::widthChosen, this, &TableView::rememberWidth);
    m_widenTimer.setSingleShot(true);
    connect(&m_widenTimer, &QTimer::timeout, this, &TableView::widenShownColumns);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TableView::widenColumns);
    connect(header, &QHeaderView::sortIndicatorChanged, this, &TableView::widenColumns);
}

// The headers get an empty selection of their own: to paint a column as selected they would ask for every
// row.
void TableView::setSelectionModel(QItemSelectionModel* selection)
{
    QTableView::setSelectionModel(selection);
    for (QHeaderView* header : {horizontalHeader(), verticalHeader()}) {
        if (header->model() != nullptr)
            header->setSelectionModel(new QItemSelectionModel(header->model(), header));
    }
}

void TableView::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->setAccessibleDescription(text);
    viewport()->update();
}

bool TableView::isStretched(int column) const
{
    return horizontalHeader()->stretchLastSection() && column == shownColumns().last();
}

void TableView::fitColumns()
{
    constexpr int spare = 6; // so that neighbours stay apart
    m_fitsColumnsWhenShown = !isVisible();
    if (m_fitsColumnsWhenShown)
        return;
    resizeColumnsToContents();
    const QList<int> columns = shownColumns();
    for (const int column : columns) {
        // A stretched one has room already; made wider it would not fit any more.
        if (!isStretched(column))
            setColumnWidth(column, m_chosenWidths.value(column, columnWidth(column) + spare));
    }
}

void TableView::widenColumns()
{
    constexpr int periodMs = 1000;
    if (!isVisible() || m_widenTimer.isActive())
        return;
    if (!m_sinceWidened.isValid() || m_sinceWidened.hasExpired(periodMs))
        widenShownColumns();
    else
        m_widenTimer.start(periodMs);
}

void TableView::widenShownColumns()
{
    constexpr int spare = 2;
    m_sinceWidened.start();
    const QList<int> columns = isVisible() ? shownColumns() : QList<int>();
    for (const int column : columns) {
        const int needed = sizeHintForColumn(column) + spare;
        if (!isStretched(column) && !m_chosenWidths.contains(column) && columnWidth(column) < needed)
            setColumnWidth(column, needed);
    }
}

// A stretched column is as wide as the room that is left.
void TableView::rememberWidth(int column, int width)
{
    if (width > 0 && !isStretched(column))
        m_chosenWidths[column] = width;
}

QByteArray TableView::saveColumns() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << columnOrder() << m_chosenWidths << horizontalHeader()->sortIndicatorSection()
           << static_cast<qint32>(horizontalHeader()->sortIndicatorOrder());
    return state;
}

void TableView::restoreColumns(const QByteArray& state)
{
    QDataStream stream(state);
    stream.setVersion(QDataStream::Qt_6_0);
    QList<int> order;
    QHash<int, int> widths;
    int sorted = 0;
    qint32 direction = 0;
    stream >> order >> widths >> sorted >> direction;
    const QList<int> now = columnOrder();
    const auto isWidth = [](int width) { return width > 0 && width < 10000; };
    if (stream.status() != QDataStream::Ok || !std::ranges::is_permutation(order, now)
        || !now.contains(sorted) || !std::ranges::all_of(widths, isWidth))
        return;
    for (int place = 0; place < order.size(); ++place)
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(order[place]), place);
    m_chosenWidths = widths;
    fitColumns();
    if (isSortingEnabled())
        sortByColumn(sorted, direction == Qt::DescendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder);
}

QList<int> TableView::columnOrder() const
{
    QList<int> columns;
    for (int place = 0; place < horizontalHeader()->count(); ++place)
        columns << horizontalHeader()->logicalIndex(place);
    return columns;
}

QList<int> TableView::shownColumns() const
{
    QList<int> columns = columnOrder();
    columns.removeIf([this](int column) { return isColumnHidden(column); });
    return columns;
}

// From the ranges, not from one index a cell: all of millions of rows may be selected.
QList<int> TableView::rowsToCopy() const
{
    QItemSelection selection = selectionModel()->selection();
    std::sort(selection.begin(), selection.end(),
        [](const QItemSelectionRange& a, const QItemSelectionRange& b) { return a.top() < b.top(); });
    QList<int> rows;
    for (const QItemSelectionRange& range : selection) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < maxCopiedRows; ++row)
            rows << row;
    }
    return rows;
}

void TableView::sortByColumnBeside(int places)
{
    const QList<int> columns = shownColumns();
    const auto place = columns.indexOf(horizontalHeader()->sortIndicatorSection()) + places + columns.size();
    const int column = columns[place % columns.size()];
    sortByColumn(column, Qt::AscendingOrder);
    const int left = columnViewportPosition(column);
    const int beyond = left + columnWidth(column) - viewport()->width();
    if (left < 0 || beyond > 0)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + (left < 0 ? left : beyond));
}

void TableView::reverseOrder()
{
    const bool isAscending = horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder;
    sortByColumn(
        horizontalHeader()->sortIndicatorSection(), isAscending ? Qt::DescendingOrder : Qt::AscendingOrder);
}

QString TableView::lineOf(int row) const
{
    QStringList cells;
    for (const int column : shownColumns())
        cells << model()->index(row, column).data().toString();
    return cells.join(QLatin1Char('\t')) % QLatin1Char('\n');
}

QString TableView::headerLine() const
{
    QStringList cells;
    for (const int column : shownColumns())
        cells << model()->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    return cells.join(QLatin1Char('\t')) % QLatin1Char('\n');
}

QString TableView::selectedText() const
{
    QString text = headerLine();
    for (const int row : rowsToCopy())
        text += lineOf(row);
    return text;
}

void TableView::copySelection()
{
    const QItemSelection selection = selectionModel()->selection();
    m_rowsSelected = 0;
    for (const QItemSelectionRange& range : selection)
        m_rowsSelected += range.height();
    if (m_rowsSelected == 0)
        return;
    m_rowsToCopy = rowsToCopy();
    m_rowsCopied = 0;
    m_copy = headerLine();
    m_copyTimer.start(0);
    copyOn();
}

void TableView::copyOn()
{
    QElapsedTimer time;
    time.start();
    for (; m_rowsCopied < m_rowsToCopy.size() && time.elapsed() < sliceMs; ++m_rowsCopied)
        m_copy += lineOf(m_rowsToCopy[m_rowsCopied]);
    if (m_rowsCopied == m_rowsToCopy.size())
        finishCopy();
}

void TableView::finishCopy()
{
    m_copyTimer.stop();
    m_rowsToCopy.clear();
    QGuiApplication::clipboard()->setText(std::exchange(m_copy, {}));
    if (m_rowsCopied < m_rowsSelected)
        emit copyCutOff(m_rowsCopied, m_rowsSelected);
}

void TableView::reset()
{
    if (m_copyTimer.isActive())
        finishCopy();
    QTableView::reset();
}

// Of several rows: in another order, or of another analysis.
void TableView::dataChanged(
    const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    if (m_copyTimer.isActive() && topLeft.row() != bottomRight.row())
        finishCopy();
    QTableView::dataChanged(topLeft, bottomRight, roles);
}

bool TableView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && isKeyOfTable(*static_cast<QKeyEvent*>(event))) {
        event->accept();
        return true;
    }
    return QTableView::event(event);
}

void TableView::keyPressEvent(QKeyEvent* event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    QTableView::keyPressEvent(event);
}

void TableView::showEvent(QShowEvent* event)
{
    QTableView::showEvent(event);
    if (m_fitsColumnsWhenShown)
        fitColumns();
}

void TableView::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || (model() != nullptr && model()->rowCount() > 0))
        return;
    QPainter painter(viewport());
    painter.setPen(colours().faintText);
    painter.drawText(
        viewport()->rect().adjusted(8, 0, -8, 0), Qt::AlignCenter | Qt::TextWordWrap, m_emptyText);
}

} // namespace ui
