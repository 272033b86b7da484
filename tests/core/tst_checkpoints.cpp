#include "core/render/checkpoints.h"

#include <QTest>

using namespace core;

namespace {
TimelineDecoder::State stateAt(int64_t position)
{
    OpusHead head;
    return {Decoder::open(head).value(), static_cast<size_t>(position), position, mediaMilliseconds(20), {}};
}
constexpr int64_t step = Checkpoints::firstDistance;
} // namespace

class TestCheckpoints : public QObject {
    Q_OBJECT
private slots:
    void keepsTheirDistance()
    {
        Checkpoints checkpoints(stateAt(0));
        for (int64_t position = 0; position <= 10 * step; position += step / 50)
            checkpoints.offer(stateAt(position));
        QCOMPARE(checkpoints.size(), size_t{11});
        QCOMPARE(checkpoints.nearest(3 * step + 5).position, 3 * step);
        QCOMPARE(checkpoints.nearest(3 * step).position, 3 * step);
        QCOMPARE(checkpoints.nearest(0).position, int64_t{0});
    }
    void memoryIsBoundedAndTheDistanceGrows()
    {
        const size_t room = 10 * stateAt(0).bytes();
        Checkpoints checkpoints(stateAt(0), room);
        for (int64_t position = 0; position <= 200 * step; position += step)
            checkpoints.offer(stateAt(position));
        QVERIFY(checkpoints.bytes() <= room);
        QVERIFY(checkpoints.size() >= 5);
        QCOMPARE(checkpoints.distance(), 32 * step);
        QCOMPARE(checkpoints.nearest(10).position, int64_t{0});
    }
    void oneCheckpointIsKeptHoweverLittleRoomThereIs()
    {
        Checkpoints checkpoints(stateAt(0), 1);
        checkpoints.offer(stateAt(step));
        QVERIFY(checkpoints.size() >= 1);
        QCOMPARE(checkpoints.nearest(0).position, int64_t{0});
    }
};

QTEST_GUILESS_MAIN(TestCheckpoints)
#include "tst_checkpoints.moc"
