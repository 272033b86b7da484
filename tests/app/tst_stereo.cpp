#include "app/stereo.h"

#include <QTest>

using app::AudioRing;
using app::StereoMix;

class TestStereo : public QObject {
    Q_OBJECT

private slots:
    void playsMonoOnBothSides()
    {
        const std::array<float, 2> mono{0.3F, -0.7F};
        std::array<AudioRing::Frame, 2> out{};
        StereoMix(1).mix(mono, out);
        QVERIFY((out[0] == AudioRing::Frame{0.3F, 0.3F}));
        QVERIFY((out[1] == AudioRing::Frame{-0.7F, -0.7F}));
    }

    void leavesStereoAsItIs()
    {
        const std::array<float, 2> stereo{0.3F, -0.7F};
        std::array<AudioRing::Frame, 1> out{};
        StereoMix(2).mix(stereo, out);
        QVERIFY((out[0] == AudioRing::Frame{0.3F, -0.7F}));
    }

    void neverClipsWhatDidNotClip_data()
    {
        QTest::addColumn<int>("channels");
        for (int channels = 1; channels <= 9; ++channels)
            QTest::addRow("%d channels", channels) << channels;
    }
    void neverClipsWhatDidNotClip()
    {
        QFETCH(int, channels);
        const std::vector<float> loudest(static_cast<size_t>(channels), 1.0F);
        std::array<AudioRing::Frame, 1> out{};
        StereoMix(channels).mix(loudest, out);
        QCOMPARE(out[0][0], 1.0F);
        QCOMPARE(out[0][1], 1.0F);
    }

    void putsTheSpeakersOfSurroundOnTheirSides()
    {
        const std::array<float, 6> frontRight{0, 0, 1, 0, 0, 0};
        std::array<AudioRing::Frame, 1> out{};
        StereoMix(6).mix(frontRight, out);
        QCOMPARE(out[0][0], 0.0F);
        QVERIFY(out[0][1] > 0.3F);
    }
};

QTEST_APPLESS_MAIN(TestStereo)
#include "tst_stereo.moc"
