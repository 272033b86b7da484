#pragma once

#include <QByteArray>
#include <QElapsedTimer>
#include <QHash>
#include <QString>
#include <QTableView>
#include <QTimer>

namespace ui {

// A table of rows of one height, so that their number does not matter: no grid, numbers in digits of one
// width, whole rows selected, sorted by a click on the header. Ctrl+C copies the selected rows, Enter
// activates the current one; the arrow keys are the table's while it has the focus. Without rows it says why.
class TableView : public QTableView {
    Q_OBJECT

public:
    // A copy holds at most so many rows: more would be hundreds of megabytes of text.
    static constexpr int maxCopiedRows = 50000;

    TableView(const QString& accessibleName, QWidget* parent = nullptr);

    void setSelectionModel(QItemSelectionModel* selection) override;
    void setEmptyText(const QString& text);
    // Width of every column from its header and the first rows, but for those that the user has made wider or
    // narrower; call it when other content has come. Hidden it waits until it is shown.
    void fitColumns();
    // Makes columns wider that rows of now need wider, and none narrower: for other rows of the same kind. At
    // once after a rest, else once a second: measuring words takes longer than drawing a lane.
    void widenColumns();
    // What the user has made of the columns: their order and widths, and what rows are sorted by. Anything
    // not understood changes nothing.
    [[nodiscard]] QByteArray saveColumns() const;
    void restoreColumns(const QByteArray& state);
    // The selected rows (columns that are shown, in the order shown), tab-separated, below their headers.
    [[nodiscard]] QString selectedText() const;

    // By the column so many places to the right of the one that rows are sorted by, round the ends; it comes
    // into sight.
    void sortByColumnBeside(int places);
    void reverseOrder();

public slots:
    void reset() override;
    // Many rows are put together a few ms at a time; the clipboard has them when that is done, or when the
    // rows become others.
    void copySelection();

signals:
    // More rows were selected than the copy holds.
    void copyCutOff(int copiedRows, int selectedRows);

protected:
    bool event(QEvent* event) override;
    void dataChanged(
        const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void rememberWidth(int column, int width);
    void widenShownColumns();
    [[nodiscard]] QList<int> columnOrder() const;
    [[nodiscard]] QList<int> shownColumns() const;
    [[nodiscard]] bool isStretched(int column) const;
    [[nodiscard]] QList<int> rowsToCopy() const;

    [[nodiscard]] QString lineOf(int row) const;
    [[nodiscard]] QString headerLine() const;
    void copyOn();
    void finishCopy();

    QString m_emptyText;
    bool m_fitsColumnsWhenShown = false;
    QElapsedTimer m_sinceWidened;
    QTimer m_widenTimer;
    QHash<int, int> m_chosenWidths; // by column, pixels
    QList<int> m_rowsToCopy;
    int m_rowsSelected = 0; // when they were
    int m_rowsCopied = 0;
    QString m_copy; // what was put together of them
    QTimer m_copyTimer;
};

} // namespace ui
