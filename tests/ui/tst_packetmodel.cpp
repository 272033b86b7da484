#include "tests/ui/windowfixture.h"
#include "ui/packetmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QtTest>
#include <set>

using namespace ui;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

std::shared_ptr<const core::Analysis> busyAnalysis(
    const std::shared_ptr<const core::Capture>& capture, uint64_t seed = 1)
{
    core::Scenario scenario = test::busyScenario();
    scenario.seed = seed;
    return test::analysisOf(capture, scenario);
}

QString cell(const PacketModel& model, int row, PacketColumn column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

core::Capture::Parts partsOf(const core::PacketRecord& record)
{
    core::Capture::Parts parts;
    parts.packets.push_back(record);
    parts.end = record.end();
    return parts;
}

QString onlyCell(const core::PacketRecord& record, PacketColumn column)
{
    const auto capture = std::make_shared<const core::Capture>(partsOf(record));
    const auto analysis = test::analysisOf(capture, {});
    return packetText(*analysis, 0, column);
}

core::PacketRecord plainRecord()
{
    core::PacketRecord record;
    record.bytes = 1234;
    record.durationSamples = 2880;
    record.toc = 8U << 3U; // SILK wideband, 10 ms
    return record;
}

} // namespace

class PacketModelTest : public QObject {
    Q_OBJECT

private slots:
    void init() { test::failOnWarnings(); }
    void isEmptyWithoutAnalysis();
    void hasARowForEveryPacket();
    void keepsRowsWhenOnlyTheScenarioChanges();
    void resetsForAnotherCapture();
    void tellsWhatThePacketIs();
    void leavesCellsEmptyThatDoNotExist();
    void sortsByEveryColumn_data();
    void sortsByEveryColumn();
    void findsPacketsWhereverTheyStand_data();
    void findsPacketsWhereverTheyStand();
    void showsTheFateAskedFor();
    void manyPacketsAreSortedWhileTheWindowGoesOn();
    void theNewestOrderWins();
    void millionsOfRowsComeInPortions();
    void bringsRowsUpToDateAfterChangesHavePaused();
    void understandsFilterWords_data();
    void findsWhatFecRepairedNotWhatCarriesIt();
    void understandsFilterWords();
};

void PacketModelTest::isEmptyWithoutAnalysis()
{
    PacketModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.rowOf(0), -1);
    QCOMPARE(model.packetAt(0), core::noPacket);
    model.sort(static_cast<int>(PacketColumn::Margin), Qt::DescendingOrder);
    model.setFilter(PacketFilter(core::Fate::Late, QStringLiteral("x")));
    QCOMPARE(model.rowCount(), 0);
}

void PacketModelTest::hasARowForEveryPacket()
{
    PacketModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setAnalysis(busyAnalysis(test::plainCapture(2000)));
    QCOMPARE(model.rowCount(), 2000);
    QCOMPARE(model.columnCount(), packetColumnCount);
    for (int column = 0; column < packetColumnCount; ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
        QVERIFY(!model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    }
}

void PacketModelTest::keepsRowsWhenOnlyTheScenarioChanges()
{
    PacketModel model;
    const auto capture = test::plainCapture(2000);
    model.setAnalysis(busyAnalysis(capture));
    const QPersistentModelIndex row = model.index(617, 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setAnalysis(busyAnalysis(capture, 2));
    QCOMPARE(reset.count(), 0);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(row.row(), 617);
}

void PacketModelTest::resetsForAnotherCapture()
{
    PacketModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setAnalysis(busyAnalysis(test::plainCapture(20)));
    model.setAnalysis(busyAnalysis(test::plainCapture(30)));
    QCOMPARE(model.rowCount(), 30);
    model.setAnalysis(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void PacketModelTest::tellsWhatThePacketIs()
{
    core::PacketRecord record = plainRecord();
    record.toc |= 0x04U;
    record.flags = core::HasFec | core::IsDtx;
    QCOMPARE(onlyCell(record, PacketColumn::Bytes), QStringLiteral("1,234"));
    QCOMPARE(onlyCell(record, PacketColumn::Duration), QStringLiteral("60 ms"));
    QCOMPARE(onlyCell(record, PacketColumn::Frames), QStringLiteral("6"));
    QCOMPARE(onlyCell(record, PacketColumn::Mode), QStringLiteral("SILK"));
    QCOMPARE(onlyCell(record, PacketColumn::Bandwidth), QStringLiteral("wideband"));
    QCOMPARE(onlyCell(record, PacketColumn::Channels), QStringLiteral("stereo"));
    QCOMPARE(onlyCell(record, PacketColumn::Fec), QStringLiteral("yes"));
    QCOMPARE(onlyCell(record, PacketColumn::Dtx), QStringLiteral("yes"));
    QCOMPARE(onlyCell(record, PacketColumn::Fate), QStringLiteral("played"));
    QCOMPARE(onlyCell(record, PacketColumn::Media), QStringLiteral("00:00.000"));
}

void PacketModelTest::leavesCellsEmptyThatDoNotExist()
{
    core::PacketRecord missing = plainRecord();
    missing.flags = core::IsMissing;
    for (const auto column : {PacketColumn::Sequence, PacketColumn::Arrival, PacketColumn::Playout,
             PacketColumn::Margin, PacketColumn::Mode, PacketColumn::Bandwidth, PacketColumn::Channels,
             PacketColumn::Frames, PacketColumn::Fec, PacketColumn::Dtx})
        QCOMPARE(onlyCell(missing, column), QString());
    QCOMPARE(onlyCell(missing, PacketColumn::Fate), QStringLiteral("lost"));
}

void PacketModelTest::sortsByEveryColumn_data()
{
    QTest::addColumn<int>("column");
    for (int column = 0; column < packetColumnCount; ++column)
        QTest::newRow(qPrintable(packetHeader(static_cast<PacketColumn>(column)))) << column;
}

void PacketModelTest::sortsByEveryColumn()
{
    QFETCH(int, column);
    PacketModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    const auto analysis = busyAnalysis(test::plainCapture(1000));
    model.setAnalysis(analysis);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        model.sort(column, order);
        QCOMPARE(model.rowCount(), 1000);
        std::set<uint32_t> seen;
        for (int row = 0; row < 1000; ++row)
            seen.insert(model.packetAt(row));
        QCOMPARE(seen.size(), size_t(1000));
        for (int row = 1; row < 1000; ++row) {
            const uint64_t a =
                packetKey(*analysis, model.packetAt(row - 1), static_cast<PacketColumn>(column));
            const uint64_t b = packetKey(*analysis, model.packetAt(row), static_cast<PacketColumn>(column));
            const bool isEmptyLast = b == std::numeric_limits<uint64_t>::max();
            QVERIFY(isEmptyLast || (order == Qt::AscendingOrder ? a <= b : a >= b));
        }
    }
}

void PacketModelTest::findsPacketsWhereverTheyStand_data()
{
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("filter");
    QTest::newRow("in the order sent") << 0 << QString();
    QTest::newRow("by margin") << int(PacketColumn::Margin) << QString();
    QTest::newRow("filtered") << 0 << QStringLiteral("100-300");
    QTest::newRow("filtered by delay") << int(PacketColumn::Arrival) << QStringLiteral("100-300");
}

void PacketModelTest::findsPacketsWhereverTheyStand()
{
    QFETCH(int, column);
    QFETCH(QString, filter);
    PacketModel model;
    model.setAnalysis(busyAnalysis(test::plainCapture(500)));
    model.setFilter(PacketFilter(std::nullopt, filter));
    model.sort(column, Qt::DescendingOrder);
    QCOMPARE(model.rowCount(), filter.isEmpty() ? 500 : 201);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(model.rowOf(model.packetAt(row)), row);
    QCOMPARE(model.rowOf(99) >= 0, filter.isEmpty());
    QCOMPARE(model.rowOf(500), -1);
}

void PacketModelTest::manyPacketsAreSortedWhileTheWindowGoesOn()
{
    PacketModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    const auto analysis = busyAnalysis(test::plainCapture(24000));
    model.setAnalysis(analysis);
    QSignalSpy progress(&model, &PacketModel::arranging);
    QSignalSpy resets(&model, &PacketModel::modelReset);
    model.sort(static_cast<int>(PacketColumn::Arrival), Qt::DescendingOrder);
    QCOMPARE(model.packetAt(1000), 1000U); // as before, for now
    QTRY_VERIFY(!progress.isEmpty() && progress.last()[0].toDouble() == 1);
    QCOMPARE(resets.count(), 0); // no row came or went
    const auto arrivalOf = [&](int row) { return analysis->timeline.outcomes[model.packetAt(row)].arrival; };
    QVERIFY(arrivalOf(0) > arrivalOf(100));
    QVERIFY(arrivalOf(100) > arrivalOf(12000));
    QCOMPARE(arrivalOf(23999), core::never);
    QCOMPARE(model.rowOf(model.packetAt(12345)), 12345);
}

void PacketModelTest::theNewestOrderWins()
{
    PacketModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    model.setAnalysis(busyAnalysis(test::plainCapture(24000)));
    QSignalSpy progress(&model, &PacketModel::arranging);
    model.sort(static_cast<int>(PacketColumn::Arrival), Qt::DescendingOrder);
    model.setFilter(PacketFilter(core::Fate::Lost, {}));
    QTRY_VERIFY(!progress.isEmpty() && progress.last()[0].toDouble() == 1);
    const int lost = model.rowCount();
    QVERIFY(lost > 50 && lost < 10000);
    model.sort(static_cast<int>(PacketColumn::Margin), Qt::AscendingOrder);
    model.setFilter({});
    model.sort(static_cast<int>(PacketColumn::Index), Qt::DescendingOrder); // at once
    QCOMPARE(model.rowCount(), 24000);
    QCOMPARE(model.packetAt(0), 23999U);
    QCOMPARE(progress.last()[0].toDouble(), 1.0);
}

void PacketModelTest::millionsOfRowsComeInPortions()
{
    constexpr int count = 900000;
    PacketModel model; // a model tester would look at every row
    QSignalSpy rearranged(&model, &PacketModel::rearranged);
    model.setAnalysis(busyAnalysis(test::plainCapture(count)));
    QVERIFY(model.rowCount() < count);
    QCOMPARE(model.finalRowCount(), count);
    QCOMPARE(model.packetAt(model.rowCount()), core::noPacket);
    QCOMPARE(model.rowOf(count - 1), -1);
    QTRY_COMPARE(model.rowCount(), count);
    QCOMPARE(rearranged.count(), 1);
    QCOMPARE(model.rowOf(count - 1), count - 1);
    model.sort(static_cast<int>(PacketColumn::Index), Qt::DescendingOrder);
    QCOMPARE(model.packetAt(0), static_cast<uint32_t>(count - 1));
    model.setAnalysis(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void PacketModelTest::showsTheFateAskedFor()
{
    PacketModel model;
    const QAbstractItemModelTester tester(&model, fatal);
    const auto analysis = busyAnalysis(test::plainCapture(3000));
    model.setAnalysis(analysis);
    model.setFilter(PacketFilter(core::Fate::Lost, {}));
    QCOMPARE(model.rowCount(), static_cast<int>(analysis->statistics.packetsLost));
    QVERIFY(model.rowCount() > 10);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(cell(model, row, PacketColumn::Fate), QStringLiteral("lost"));
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3000);
}

void PacketModelTest::bringsRowsUpToDateAfterChangesHavePaused()
{
    PacketModel model;
    const auto capture = test::plainCapture(3000);
    model.setAnalysis(busyAnalysis(capture));
    model.setFilter(PacketFilter(core::Fate::Lost, {}));
    core::Scenario worse = test::busyScenario();
    worse.network.loss.rate = 0.2;
    const auto analysis = test::analysisOf(capture, worse);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setAnalysis(analysis);
    QCOMPARE(reset.count(), 0);
    QTRY_COMPARE(reset.count(), 1);
    QCOMPARE(model.rowCount(), static_cast<int>(analysis->statistics.packetsLost));
}

void PacketModelTest::understandsFilterWords_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rows"); // of 500 packets of 20 ms that are all played
    QTest::newRow("nothing") << QString() << 500;
    QTest::newRow("white space") << QStringLiteral("  ") << 500;
    QTest::newRow("a packet") << QStringLiteral("17") << 1;
    QTest::newRow("a range") << QStringLiteral("17-19") << 3;
    QTest::newRow("a range with a dash") << QStringLiteral("17–19") << 3;
    QTest::newRow("a range beyond the end") << QStringLiteral("498-900") << 2;
    QTest::newRow("a second") << QStringLiteral("0:02") << 50;
    QTest::newRow("a tenth") << QStringLiteral("00:02.1") << 5;
    QTest::newRow("a time with hours") << QStringLiteral("0:00:02.1") << 5;
    QTest::newRow("a fate") << QStringLiteral("PLAYED") << 500;
    QTest::newRow("another fate") << QStringLiteral("lost") << 0;
    QTest::newRow("a mode") << QStringLiteral("silk") << 500;
    QTest::newRow("another mode") << QStringLiteral("celt") << 0;
    QTest::newRow("a bandwidth") << QStringLiteral("wide") << 500;
    QTest::newRow("repaired by FEC") << QStringLiteral("fec") << 0;
    QTest::newRow("carries FEC") << QStringLiteral("fec:Yes") << 500;
    QTest::newRow("carries no DTX") << QStringLiteral("DTX:yes") << 0;
    QTest::newRow("DTX") << QStringLiteral("dtx") << 0;
    QTest::newRow("channels") << QStringLiteral("Mono") << 500;
    QTest::newRow("other channels") << QStringLiteral("stereo") << 0;
    QTest::newRow("all words fit") << QStringLiteral("played 0:02 100-110") << 11;
    QTest::newRow("nonsense") << QStringLiteral("xyzzy") << 0;
}

void PacketModelTest::findsWhatFecRepairedNotWhatCarriesIt()
{
    PacketModel model;
    const auto analysis = busyAnalysis(test::plainCapture(3000));
    model.setAnalysis(analysis);
    model.setFilter(PacketFilter(std::nullopt, QStringLiteral("FEC")));
    QVERIFY(model.rowCount() > 10 && model.rowCount() < 300);
    for (int row = 0; row < model.rowCount(); ++row)
        QCOMPARE(cell(model, row, PacketColumn::Repair), QStringLiteral("FEC"));
}

void PacketModelTest::understandsFilterWords()
{
    QFETCH(QString, text);
    QFETCH(int, rows);
    PacketModel model;
    model.setAnalysis(test::analysisOf(test::plainCapture(500), {}));
    model.setFilter(PacketFilter(std::nullopt, text));
    QCOMPARE(model.rowCount(), rows);
}

WINDOW_TEST_MAIN(PacketModelTest)
#include "tst_packetmodel.moc"
