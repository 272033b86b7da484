#include "core/playout/jitterbuffer.h"

#include <QTest>

using namespace core;

namespace {
// Twenty milliseconds each.
HeldPacket at(int64_t stampMs, int64_t durationMs = 20)
{
    return {receiverMilliseconds(stampMs), receiverMilliseconds(stampMs + durationMs),
        static_cast<uint32_t>(stampMs)};
}
JitterBuffer makeBuffer(int64_t maxMs = 120000)
{
    return {receiverMilliseconds(maxMs), receiverMilliseconds(2)};
}
} // namespace

class TestJitterBuffer : public QObject {
    Q_OBJECT
private slots:
    void emptyHasNothing()
    {
        JitterBuffer buffer = makeBuffer();
        QCOMPARE(buffer.next().kind, JitterBuffer::NextKind::Nothing);
        QVERIFY(buffer.oldest() == nullptr);
        QVERIFY(!buffer.tail());
    }

    void handsOutTheOldestFirst()
    {
        JitterBuffer buffer = makeBuffer();
        for (const int64_t stamp : {40, 0, 20})
            QCOMPARE(buffer.append(at(stamp)), JitterBuffer::Appended::Held);
        for (const uint32_t stamp : {0U, 20U, 40U}) {
            const JitterBuffer::Next next = buffer.next();
            QCOMPARE(next.kind, JitterBuffer::NextKind::Packet);
            QCOMPARE(next.packet.packet, stamp);
        }
        QCOMPARE(buffer.tail()->ticks(), 60000);
    }

    void refusesWhatIsOlderThanTheTail()
    {
        JitterBuffer buffer = makeBuffer();
        buffer.append(at(20));
        (void)buffer.next();
        QCOMPARE(buffer.append(at(0)), JitterBuffer::Appended::Late);
        QCOMPARE(buffer.append(at(39)), JitterBuffer::Appended::Late);
        QCOMPARE(buffer.append(at(40)), JitterBuffer::Appended::Held);
    }

    void refusesTheSameStampTwice()
    {
        JitterBuffer buffer = makeBuffer();
        QCOMPARE(buffer.append(at(20)), JitterBuffer::Appended::Held);
        QCOMPARE(buffer.append(at(20)), JitterBuffer::Appended::Duplicate);
    }

    void throwsOutTheOldestBeyondItsDurationAndTells()
    {
        JitterBuffer buffer = makeBuffer(60);
        for (const int64_t stamp : {0, 20, 40})
            buffer.append(at(stamp));
        QVERIFY(buffer.thrownOut().empty()); // exactly 60 ms are allowed
        buffer.append(at(100, 60));
        QCOMPARE(buffer.thrownOut().size(), size_t(3));
        QCOMPARE(buffer.thrownOut().front().packet, 0U);
        QCOMPARE(buffer.next().packet.packet, 100U);
    }

    void packetLongerThanTheBufferIsThrownOutItself()
    {
        JitterBuffer buffer = makeBuffer(10);
        QCOMPARE(buffer.append(at(0)), JitterBuffer::Appended::Held);
        QCOMPARE(buffer.thrownOut().size(), size_t(1));
        QCOMPARE(buffer.next().kind, JitterBuffer::NextKind::Nothing);
    }

    void noLossBeforeTheFirstPacket()
    {
        JitterBuffer buffer = makeBuffer();
        buffer.append(at(1000000));
        QCOMPARE(buffer.next().kind, JitterBuffer::NextKind::Packet);
    }

    void reportsALossOfExactlyWhatIsMissingAndThenThePacket()
    {
        JitterBuffer buffer = makeBuffer();
        buffer.append(at(0));
        buffer.append(at(60));
        (void)buffer.next();
        const JitterBuffer::Next loss = buffer.next();
        QCOMPARE(loss.kind, JitterBuffer::NextKind::Loss);
        QCOMPARE(loss.loss.ticks(), 40000);
        QCOMPARE(buffer.tail()->ticks(), 60000);
        QCOMPARE(buffer.next().packet.packet, 60U);
    }

    void jumpWithinEpsilonIsNoLoss()
    {
        JitterBuffer buffer = makeBuffer();
        buffer.append(at(0));
        buffer.append(at(22));
        buffer.append(at(45)); // 3 ms behind the end
        (void)buffer.next();
        QCOMPARE(buffer.next().kind, JitterBuffer::NextKind::Packet);
        const JitterBuffer::Next loss = buffer.next();
        QCOMPARE(loss.kind, JitterBuffer::NextKind::Loss);
        QCOMPARE(loss.loss.ticks(), 3000);
    }
};

QTEST_APPLESS_MAIN(TestJitterBuffer)
#include "tst_jitterbuffer.moc"
