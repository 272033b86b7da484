#include "core/render/spectraldistance.h"

#include <QtTest>
#include <cmath>
#include <numbers>
#include <vector>

using namespace core;

namespace {

constexpr size_t second = 48000;

std::vector<float> sine(double hertz, double amplitude, size_t samples = second)
{
    std::vector<float> pcm(samples);
    for (size_t i = 0; i < samples; ++i) {
        const double phase = 2 * std::numbers::pi * hertz * static_cast<double>(i) / second;
        pcm[i] = static_cast<float>(amplitude * std::sin(phase));
    }
    return pcm;
}

std::vector<float> noise(float amplitude, uint64_t seed, size_t samples = second)
{
    std::vector<float> pcm(samples);
    uint64_t state = seed * 2 + 1;
    for (float& sample : pcm) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        sample = amplitude * (static_cast<float>(state >> 40U) / 8388608.F - 1.F);
    }
    return pcm;
}

std::vector<float> scaled(std::vector<float> pcm, float factor)
{
    for (float& sample : pcm)
        sample *= factor;
    return pcm;
}

std::vector<float> interleaved(const std::vector<float>& left, const std::vector<float>& right)
{
    std::vector<float> pcm;
    for (size_t i = 0; i < left.size(); ++i) {
        pcm.push_back(left[i]);
        pcm.push_back(right[i]);
    }
    return pcm;
}

} // namespace

class SpectralDistanceTest : public QObject {
    Q_OBJECT

private slots:
    void isZeroForTheSameSound();
    void isZeroForNothingAndForSilence();
    void isTheGainWhenOnlyTheLevelDiffers_data();
    void isTheGainWhenOnlyTheLevelDiffers();
    void takesNoDifferenceBelowTheFloor();
    void growsWithTheShareThatIsMissing();
    void isAlikeInBothDirections();
    void comparesSoundsShorterThanAFrame();
    void addsThePowersOfTheChannels();
    void ignoresWhatNobodyHears();
    void givesTheSameAgainAndAgain();
};

void SpectralDistanceTest::isZeroForTheSameSound()
{
    const auto sound = noise(0.5F, 1);
    QCOMPARE(SpectralDistance().decibels(sound, sound, 1), 0.0);
}

void SpectralDistanceTest::isZeroForNothingAndForSilence()
{
    SpectralDistance distance;
    QCOMPARE(distance.decibels({}, {}, 1), 0.0);
    const std::vector<float> silence(second, 0.F);
    QCOMPARE(distance.decibels(silence, silence, 2), 0.0);
}

void SpectralDistanceTest::isTheGainWhenOnlyTheLevelDiffers_data()
{
    QTest::addColumn<double>("gainDb");
    QTest::newRow("quieter") << -6.0;
    QTest::newRow("louder") << 3.5;
    QTest::newRow("much quieter") << -15.0;
}

void SpectralDistanceTest::isTheGainWhenOnlyTheLevelDiffers()
{
    QFETCH(double, gainDb);
    const auto sent = noise(0.9F, 3);
    const auto heard = scaled(sent, static_cast<float>(std::pow(10, gainDb / 20)));
    const double measured = SpectralDistance().decibels(heard, sent, 1);
    QVERIFY2(std::abs(measured - std::abs(gainDb)) < 0.05, qPrintable(QString::number(measured)));
}

void SpectralDistanceTest::takesNoDifferenceBelowTheFloor()
{
    // Bins of white noise lie near 10·log10(amplitude² / 3 · 6 / 960) dB: here about -97.
    const auto faint = noise(0.0003F, 5);
    const std::vector<float> silence(second, 0.F);
    QVERIFY(SpectralDistance().decibels(silence, faint, 1) < 0.5);
}

void SpectralDistanceTest::growsWithTheShareThatIsMissing()
{
    const auto sent = noise(0.5F, 7);
    SpectralDistance distance;
    double before = 0;
    for (const size_t missing : {960U, 4800U, 9600U, 24000U, 48000U}) {
        auto heard = sent;
        std::fill(heard.begin(), heard.begin() + static_cast<std::ptrdiff_t>(missing), 0.F);
        const double now = distance.decibels(heard, sent, 1);
        QVERIFY(now > before);
        before = now;
    }
}

void SpectralDistanceTest::isAlikeInBothDirections()
{
    const auto a = noise(0.5F, 11);
    const auto b = sine(440, 0.5);
    SpectralDistance distance;
    QVERIFY(std::abs(distance.decibels(a, b, 1) - distance.decibels(b, a, 1)) < 1e-5);
}

void SpectralDistanceTest::comparesSoundsShorterThanAFrame()
{
    const auto sent = noise(0.5F, 13, 120);
    QVERIFY(SpectralDistance().decibels(scaled(sent, 0.5F), sent, 1) > 5);
    QCOMPARE(SpectralDistance().decibels(sent, sent, 1), 0.0);
}

void SpectralDistanceTest::addsThePowersOfTheChannels()
{
    const auto tone = sine(1000, 0.25);
    const auto other = noise(0.25F, 17);
    SpectralDistance distance;
    const auto leftRight = interleaved(tone, other);
    const auto rightLeft = interleaved(other, tone);
    QVERIFY(distance.decibels(leftRight, rightLeft, 2) < 1e-4);
    QVERIFY(distance.decibels(leftRight, interleaved(tone, tone), 2) > 3);
}

void SpectralDistanceTest::ignoresWhatNobodyHears()
{
    auto heard = sine(1000, 0.25);
    const auto sent = heard;
    const auto ultrasound = sine(22000, 0.25);
    for (size_t i = 0; i < heard.size(); ++i)
        heard[i] += ultrasound[i];
    QVERIFY(SpectralDistance().decibels(heard, sent, 1) < 0.1);
}

void SpectralDistanceTest::givesTheSameAgainAndAgain()
{
    const auto a = noise(0.5F, 19);
    const auto b = noise(0.5F, 23);
    SpectralDistance used;
    const double first = used.decibels(a, b, 1);
    (void)used.decibels(b, b, 1);
    QCOMPARE(used.decibels(a, b, 1), first);
    QCOMPARE(SpectralDistance().decibels(a, b, 1), first);
}

QTEST_APPLESS_MAIN(SpectralDistanceTest)
#include "tst_spectraldistance.moc"
