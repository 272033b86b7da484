#include "core/render/spectraldistance.h"

#include <QtTest>
#include <cmath>
#include <numbers>
#include <span>
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

double decibels(
    SpectralDistance& distance, std::span<const float> heard, std::span<const float> sent, int channels)
{
    distance.add(heard, sent, channels);
    return distance.decibels();
}

double decibels(std::span<const float> heard, std::span<const float> sent, int channels)
{
    SpectralDistance distance;
    return decibels(distance, heard, sent, channels);
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
    void givesTheSameInPieces_data();
    void givesTheSameInPieces();
};

void SpectralDistanceTest::isZeroForTheSameSound()
{
    const auto sound = noise(0.5F, 1);
    QCOMPARE(decibels(sound, sound, 1), 0.0);
}

void SpectralDistanceTest::isZeroForNothingAndForSilence()
{
    SpectralDistance distance;
    QCOMPARE(decibels(distance, {}, {}, 1), 0.0);
    const std::vector<float> silence(second, 0.F);
    QCOMPARE(decibels(distance, silence, silence, 2), 0.0);
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
    const double measured = decibels(heard, sent, 1);
    QVERIFY2(std::abs(measured - std::abs(gainDb)) < 0.05, qPrintable(QString::number(measured)));
}

void SpectralDistanceTest::takesNoDifferenceBelowTheFloor()
{
    // Bins of white noise lie near 10·log10(amplitude² / 3 · 6 / 960) dB: here about -97.
    const auto faint = noise(0.0003F, 5);
    const std::vector<float> silence(second, 0.F);
    QVERIFY(decibels(silence, faint, 1) < 0.5);
}

void SpectralDistanceTest::growsWithTheShareThatIsMissing()
{
    const auto sent = noise(0.5F, 7);
    SpectralDistance distance;
    double before = 0;
    for (const size_t missing : {960U, 4800U, 9600U, 24000U, 48000U}) {
        auto heard = sent;
        std::fill(heard.begin(), heard.begin() + static_cast<std::ptrdiff_t>(missing), 0.F);
        const double now = decibels(distance, heard, sent, 1);
        QVERIFY(now > before);
        before = now;
    }
}

void SpectralDistanceTest::isAlikeInBothDirections()
{
    const auto a = noise(0.5F, 11);
    const auto b = sine(440, 0.5);
    SpectralDistance distance;
    QVERIFY(std::abs(decibels(distance, a, b, 1) - decibels(distance, b, a, 1)) < 1e-5);
}

void SpectralDistanceTest::comparesSoundsShorterThanAFrame()
{
    const auto sent = noise(0.5F, 13, 120);
    QVERIFY(decibels(scaled(sent, 0.5F), sent, 1) > 5);
    QCOMPARE(decibels(sent, sent, 1), 0.0);
}

void SpectralDistanceTest::addsThePowersOfTheChannels()
{
    const auto tone = sine(1000, 0.25);
    const auto other = noise(0.25F, 17);
    SpectralDistance distance;
    const auto leftRight = interleaved(tone, other);
    const auto rightLeft = interleaved(other, tone);
    QVERIFY(decibels(distance, leftRight, rightLeft, 2) < 1e-4);
    QVERIFY(decibels(distance, leftRight, interleaved(tone, tone), 2) > 3);
}

void SpectralDistanceTest::ignoresWhatNobodyHears()
{
    auto heard = sine(1000, 0.25);
    const auto sent = heard;
    const auto ultrasound = sine(22000, 0.25);
    for (size_t i = 0; i < heard.size(); ++i)
        heard[i] += ultrasound[i];
    QVERIFY(decibels(heard, sent, 1) < 0.1);
}

void SpectralDistanceTest::givesTheSameAgainAndAgain()
{
    const auto a = noise(0.5F, 19);
    const auto b = noise(0.5F, 23);
    SpectralDistance used;
    const double first = decibels(used, a, b, 1);
    (void)decibels(used, b, b, 1);
    QCOMPARE(decibels(used, a, b, 1), first);
    QCOMPARE(decibels(a, b, 1), first);
}

void SpectralDistanceTest::givesTheSameInPieces_data()
{
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("piece");
    for (const int samples : {100, 479, 480, 481, 960, 961, 1440, 1441, 5000}) {
        for (const int piece : {1, 480, 959, 960, 1000})
            QTest::addRow("%d in pieces of %d", samples, piece) << samples << piece;
    }
}

// The definition spelt out: frames of 960 every 480 samples, as long as half a frame is left.
void SpectralDistanceTest::givesTheSameInPieces()
{
    QFETCH(const int, samples);
    QFETCH(const int, piece);
    const auto count = static_cast<size_t>(samples);
    const auto left = noise(0.5F, 5, count);
    const auto right = noise(0.2F, 6, count);
    const std::vector<float> heard = interleaved(left, right);
    const std::vector<float> sent = interleaved(right, sine(1000, 0.5, count));
    double sum = 0;
    int frames = 0;
    for (size_t first = 0; first == 0 || first + 480 < count; first += 480, ++frames) {
        const size_t length = std::min<size_t>(960, count - first);
        sum += decibels(std::span(heard).subspan(2 * first, 2 * length),
            std::span(sent).subspan(2 * first, 2 * length), 2);
    }
    SpectralDistance distance;
    for (size_t first = 0; first < count; first += static_cast<size_t>(piece)) {
        const size_t length = std::min(static_cast<size_t>(piece), count - first);
        distance.add(std::span(heard).subspan(2 * first, 2 * length),
            std::span(sent).subspan(2 * first, 2 * length), 2);
    }
    QVERIFY(sum > 0);
    QVERIFY(std::abs(distance.decibels() - sum / frames) < 1e-9);
}

QTEST_APPLESS_MAIN(SpectralDistanceTest)
#include "tst_spectraldistance.moc"
