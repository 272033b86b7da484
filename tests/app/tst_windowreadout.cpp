#include "app/translation.h"
#include "tests/app/timelinehand.h"
#include "tests/app/windowstage.h"
#include "tests/ui/windowfixture.h"
#include "ui/format.h"
#include "ui/outcometext.h"
#include "ui/packetspage.h"
#include "ui/tableview.h"

#include <algorithm>

using core::EventKind;
using core::Fate;
using core::ReceiverSpan;
using core::ReceiverTime;
using core::Repair;
using namespace test;

namespace {

core::Scenario lossy(core::Concealment concealment)
{
    core::Scenario scenario = busyScenario();
    scenario.network.loss.rate = 0.1;
    scenario.buffer.playoutDelay = core::receiverMilliseconds(40);
    scenario.concealment = concealment;
    return scenario;
}

core::Scenario stalling()
{
    core::Scenario scenario = lossy(core::Concealment::Plc);
    scenario.buffer.strategy = core::Strategy::Buffer;
    scenario.buffer.playoutDelay = {};
    return scenario;
}

bool isLoss(const core::TimelineEvent& event, Repair repair)
{
    return event.kind == EventKind::Loss && event.repair == repair;
}

QString soundsText(ReceiverTime start, ReceiverSpan length)
{
    return QStringLiteral("%1, for %2").arg(ui::clockText(start), ui::durationText(length));
}

} // namespace

// What the timeline of the whole program tells about the place under the mouse, and where a click there
// leads.
class TestWindowReadout : public QObject {
    Q_OBJECT

    std::unique_ptr<app::Translation> m_translation;
    std::unique_ptr<WindowStage> m_stage;
    std::unique_ptr<TimelineHand> m_hand;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_translation = std::make_unique<app::Translation>(ui::Language::English); // with its plurals
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup()
    {
        m_hand.reset();
        m_stage.reset();
        m_translation.reset();
    }

    void everyFieldOfAPacketIsTold_data()
    {
        QTest::addColumn<Fate>("fate");
        QTest::newRow("played") << Fate::Played;
        QTest::newRow("late") << Fate::Late;
        QTest::newRow("lost") << Fate::Lost;
    }

    void everyFieldOfAPacketIsTold()
    {
        QFETCH(const Fate, fate);
        core::Scenario scenario = lossy(core::Concealment::Fec);
        scenario.network.jitter.keepOrder = true;
        scenario.network.reorder = {};
        scenario.network.duplicateRate = 0;
        open(scenario);
        const auto& outcomes = analysis().timeline.outcomes;
        const auto found = std::ranges::find_if(
            outcomes.begin() + 500, outcomes.end(), [&](const auto& each) { return each.fate == fate; });
        QVERIFY(found != outcomes.end());
        const auto packet = static_cast<uint32_t>(found - outcomes.begin());
        const QPoint point = showPacket(packet);
        QVERIFY(!point.isNull());
        const QMap<QString, QString> told = m_hand->readoutAt(point);
        QMap<QString, QString> expected = fieldsOf(packet);
        expected.insert(QStringLiteral("Repair"),
            fate == Fate::Played ? QStringLiteral("not needed") : ui::repairText(found->repair));
        QCOMPARE(told.keys(), expected.keys());
        for (const QString& name : expected.keys())
            QCOMPARE(name + QStringLiteral(": ") + told[name], name + QStringLiteral(": ") + expected[name]);
        save(QStringLiteral("readout-") + QString::fromLatin1(QTest::currentDataTag()));
    }

    void provenanceOfAPacketIsThePacket()
    {
        open(lossy(core::Concealment::Plc));
        const core::TimelineEvent event =
            eventWith([](const auto& each) { return each.kind == EventKind::Packet; });
        tellsAndLeads(middle(event), event.packet,
            {{QStringLiteral("Made from"), QStringLiteral("packet %1").arg(event.packet)},
                {QStringLiteral("Sounds"), soundsText(event.start, event.duration)}});
    }

    void provenanceOfFecIsThePacketThatCarriesIt()
    {
        open(lossy(core::Concealment::Fec));
        const core::TimelineEvent event =
            eventWith([](const auto& each) { return isLoss(each, Repair::Fec); });
        tellsAndLeads(middle(event), event.packet,
            {{QStringLiteral("Made from"), QStringLiteral("FEC in packet %1").arg(event.packet)},
                {QStringLiteral("Sounds"), soundsText(event.start, event.duration)},
                {QStringLiteral("Cause"), ui::causeText(event.cause)}});
    }

    void provenanceOfPlcIsTheFrameOfItsGapAndThePacketMissing()
    {
        open(lossy(core::Concealment::Plc));
        const core::ReceiverSpan frame = core::receiverMilliseconds(20);
        const auto& gaps = analysis().gaps;
        const auto gap = std::ranges::find_if(
            gaps, [&](const core::Gap& each) { return each.eventCount == 1 && each.length >= frame * 3; });
        QVERIFY(gap != gaps.end());
        const ReceiverTime second = gap->start + frame;
        tellsAndLeads(second + ReceiverSpan(frame.ticks() / 2), gap->firstPacket + 1,
            {{QStringLiteral("Made from"), QStringLiteral("PLC, frame no. 2 of the gap (20 ms each)")},
                {QStringLiteral("Sounds"), soundsText(second, frame)},
                {QStringLiteral("Cause"), ui::causeText(gap->cause)}});
    }

    void provenanceOfSilenceIsThePacketMissing()
    {
        open(lossy(core::Concealment::Silence));
        const core::TimelineEvent event = eventWith([](const auto& each) {
            return isLoss(each, Repair::Silence) && each.duration == core::receiverMilliseconds(20);
        });
        tellsAndLeads(middle(event), packetAt(event.media),
            {{QStringLiteral("Made from"), QStringLiteral("silence")},
                {QStringLiteral("Sounds"), soundsText(event.start, event.duration)},
                {QStringLiteral("Cause"), ui::causeText(event.cause)}});
    }

    void provenanceOfAStallIsThePacketWaitedFor()
    {
        open(stalling());
        const core::TimelineEvent event = eventWith([](const auto& each) {
            return each.kind == EventKind::Stall && each.duration >= core::receiverMilliseconds(5);
        });
        tellsAndLeads(middle(event), packetAt(event.media),
            {{QStringLiteral("Made from"), QStringLiteral("nothing: playout stood still")},
                {QStringLiteral("Sounds"), soundsText(event.start, event.duration)}});
    }

private:
    ui::TimelineView& timeline() { return *m_stage->window().findChild<ui::TimelineView*>(); }
    const core::Analysis& analysis() { return *m_stage->session().session().analysis(); }
    void save(const QString& name) { test::saveScreenshot(m_stage->window(), name); }

    void open(const core::Scenario& scenario)
    {
        m_stage->openSample(scenario);
        m_hand = std::make_unique<TimelineHand>(timeline());
    }

    void showAround(ReceiverTime time)
    {
        const ReceiverSpan half = core::receiverMilliseconds(150);
        timeline().setVisibleRange({time - half, time + half});
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isDrawn(), limitMs);
    }

    // Where it is drawn among the arrivals.
    QPoint showPacket(uint32_t packet)
    {
        const ReceiverTime sent = core::sendTimeOf(analysis(), packet);
        showAround(sent);
        const QRect area = m_hand->area(TimelineHand::Arrivals);
        const int x = m_hand->at(TimelineHand::Arrivals, sent).x();
        for (int y = area.top(); y < area.bottom(); ++y) {
            if (m_hand->readoutAt({x, y})[QStringLiteral("Packet")] == QString::number(packet))
                return {x, y};
        }
        return {};
    }

    // All but the repair.
    QMap<QString, QString> fieldsOf(uint32_t packet)
    {
        const core::PacketRecord& record = analysis().capture->packets()[packet];
        const core::PacketOutcome& outcome = analysis().timeline.outcomes[packet];
        const core::Toc toc(record.toc);
        QMap<QString, QString> fields{{QStringLiteral("Packet"), QString::number(packet)},
            {QStringLiteral("Media time"), ui::clockText(record.media)},
            {QStringLiteral("Due"), ui::clockText(outcome.due)},
            {QStringLiteral("Size"), QStringLiteral("%1 bytes").arg(record.bytes)},
            {QStringLiteral("Mode"),
                QStringLiteral("%1, %2, 20 ms")
                    .arg(ui::modeText(toc.mode()), ui::bandwidthText(toc.bandwidth()))},
            {QStringLiteral("Fate"), ui::fateText(outcome.fate)}};
        if (outcome.fate == Fate::Played)
            fields.insert(QStringLiteral("Playout"), ui::clockText(outcome.playout));
        if (outcome.arrival == core::never)
            return fields;
        const ReceiverSpan delay = outcome.arrival - core::sendTimeOf(analysis(), packet);
        fields.insert(QStringLiteral("Arrival"),
            QStringLiteral("%1 (delay %2)")
                .arg(ui::clockText(outcome.arrival), ui::millisecondsText(delay, 1)));
        fields.insert(QStringLiteral("Margin"), ui::millisecondsText(outcome.due - outcome.arrival, 1));
        return fields;
    }

    template <typename Condition> core::TimelineEvent eventWith(Condition isMeant)
    {
        const auto& events = analysis().timeline.events;
        for (size_t i = 400; i < events.size(); ++i) {
            if (isMeant(events[i]))
                return events[i];
        }
        QTest::qFail("there is no such event", __FILE__, __LINE__);
        return {};
    }

    static ReceiverTime middle(const core::TimelineEvent& event)
    {
        return event.start + ReceiverSpan(event.duration.ticks() / 2);
    }

    uint32_t packetAt(core::MediaTime media)
    {
        const auto packets = analysis().capture->packets();
        const auto found = std::ranges::find_if(packets,
            [&](const core::PacketRecord& each) { return each.media <= media && media < each.end(); });
        return static_cast<uint32_t>(found - packets.begin());
    }

    // Below the waveform, where `time` sounds: these rows come first, and a click chooses the packet.
    void tellsAndLeads(ReceiverTime time, uint32_t packet, const QMap<QString, QString>& rows)
    {
        showAround(time);
        QPoint point = m_hand->at(TimelineHand::Output, time);
        point.setY(m_hand->area(TimelineHand::Output).bottom() - 6);
        const QMap<QString, QString> told = m_hand->readoutAt(point);
        for (const QString& name : rows.keys())
            QCOMPARE(name + QStringLiteral(": ") + told[name], name + QStringLiteral(": ") + rows[name]);
        QCOMPARE(told[QStringLiteral("Packet")], QString::number(packet));
        save(QString::fromLatin1(QTest::currentTestFunction()));
        m_hand->click(point);
        auto& packets = *m_stage->window().findChild<ui::PacketsPage*>();
        QCOMPARE(packets.model().packetAt(packets.table().currentIndex().row()), packet);
        QVERIFY(m_stage->window().playhead() >= time - m_hand->pixel());
        QVERIFY(m_stage->window().playhead() <= time + m_hand->pixel());
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestWindowReadout>(argc, argv); }
#include "tst_windowreadout.moc"
