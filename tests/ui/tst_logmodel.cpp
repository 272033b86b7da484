#include "tests/ui/windowfixture.h"
#include "ui/logmodel.h"

#include <QAbstractItemModelTester>
#include <QSet>
#include <QtTest>

using namespace ui;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

// One anomaly of each kind.
std::shared_ptr<const core::Capture> damagedCapture()
{
    core::Capture::Parts parts;
    for (int kind = 0; kind <= static_cast<int>(core::AnomalyKind::MissingEnd); ++kind)
        parts.anomalies.push_back({static_cast<core::AnomalyKind>(kind), 4096, core::MediaTime(96000), 12});
    parts.anomalies.push_back({core::AnomalyKind::Junk, 7, std::nullopt, 1});
    return std::make_shared<const core::Capture>(std::move(parts));
}

QString cell(const LogModel& model, int row, LogColumn column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

} // namespace

class LogModelTest : public QObject {
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }
    void hasWordsForEveryAnomaly();
    void tellsWhereTheDamageIs();
    void countsAmountsOfAnySize();
    void namesOfFilesAreNoHtml();
    void putsMessagesBelowTheAnomalies();
    void keepsMessagesForAnotherCapture();
    void keepsTheNewestMessages();
};

void LogModelTest::hasWordsForEveryAnomaly()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setCapture(damagedCapture());
    QCOMPARE(model.rowCount(), 18);
    QSet<QString> texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.insert(cell(model, row, LogColumn::Text));
    QCOMPARE(texts.size(), 18);
    QVERIFY(!texts.contains(QString()));
}

void LogModelTest::tellsWhereTheDamageIs()
{
    LogModel model;
    model.setCapture(damagedCapture());
    QCOMPARE(cell(model, 0, LogColumn::ByteOffset), QStringLiteral("4,096"));
    QCOMPARE(cell(model, 0, LogColumn::Media), QStringLiteral("00:02.000"));
    QCOMPARE(cell(model, 17, LogColumn::Media), QString());
}

void LogModelTest::countsAmountsOfAnySize()
{
    core::Capture::Parts parts;
    parts.anomalies.push_back({core::AnomalyKind::Junk, 0, std::nullopt, 3'000'000'000});
    parts.anomalies.push_back({core::AnomalyKind::GranuleMismatch, 0, std::nullopt, -960});
    LogModel model;
    model.setCapture(std::make_shared<const core::Capture>(std::move(parts)));
    QVERIFY(cell(model, 0, LogColumn::Text).startsWith(QStringLiteral("3,000,000,000 bytes")));
    QVERIFY(cell(model, 1, LogColumn::Text).contains(QStringLiteral("-960 samples")));
}

void LogModelTest::namesOfFilesAreNoHtml()
{
    LogModel model;
    model.append(QStringLiteral("a<b>b.opus: is empty"), QTime(1, 2, 3));
    const QModelIndex text = model.index(0, static_cast<int>(LogColumn::Text));
    QCOMPARE(text.data(Qt::ToolTipRole).toString(), QStringLiteral("<p>a&lt;b&gt;b.opus: is empty</p>"));
    QCOMPARE(text.data().toString(), QStringLiteral("a<b>b.opus: is empty"));
}

void LogModelTest::putsMessagesBelowTheAnomalies()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.append(QStringLiteral("No sound device"), QTime(12, 34, 56));
    model.setCapture(damagedCapture());
    QCOMPARE(model.rowCount(), 19);
    QCOMPARE(cell(model, 18, LogColumn::Text), QStringLiteral("No sound device"));
    QCOMPARE(cell(model, 18, LogColumn::Time), QStringLiteral("12:34:56"));
    QCOMPARE(cell(model, 18, LogColumn::ByteOffset), QString());
}

void LogModelTest::keepsMessagesForAnotherCapture()
{
    LogModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setCapture(damagedCapture());
    model.append(QStringLiteral("one"), QTime(1, 2, 3));
    model.setCapture(nullptr);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(cell(model, 0, LogColumn::Text), QStringLiteral("one"));
}

void LogModelTest::keepsTheNewestMessages()
{
    LogModel model;
    model.setCapture(damagedCapture());
    const auto most = static_cast<int>(LogModel::maxMessages);
    for (int i = 0; i < most + 5; ++i)
        model.append(QString::number(i), QTime(1, 2, 3));
    QCOMPARE(model.rowCount(), 18 + most);
    QCOMPARE(cell(model, 18, LogColumn::Text), QStringLiteral("5"));
}

WINDOW_TEST_MAIN(LogModelTest)
#include "tst_logmodel.moc"
