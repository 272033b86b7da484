#include "app/damagejob.h"
#include "core/capture/open.h"
#include "core/playout/heardmedia.h"
#include "core/render/renderer.h"
#include "core/render/spectraldistance.h"
#include "tests/support/samples.h"

#include <QTest>
#include <algorithm>
#include <cmath>

namespace {

constexpr core::MediaSpan warmUp = core::mediaMilliseconds(200); // as the job's

std::shared_ptr<const core::Analysis> speechWithOutages()
{
    core::Scenario scenario;
    scenario.network.loss = {core::LossModel::GilbertElliott, 0.3, 400};
    return core::analyze(core::openCapture(test::samplePath("speech.opus")).value(), scenario).value();
}

// Of one gap, with all of its sound in one piece.
double damageOf(const std::shared_ptr<const core::Analysis>& analysis, const core::Gap& gap)
{
    auto heard = core::Renderer::open(analysis->capture, core::timelineOf(analysis)).value();
    auto sent = core::Renderer::open(
        analysis->capture, std::make_shared<const core::Timeline>(core::originalTimeline(*analysis->capture)))
                    .value();
    heard.setWarmUp(warmUp);
    sent.setWarmUp(warmUp);
    core::SpectralDistance distance;
    for (const auto& [begin, length] :
        {std::pair(gap.start, gap.length), std::pair(gap.start + gap.length, core::damageTail)}) {
        const core::MediaTime media = core::mediaHeardAt(analysis->timeline, begin);
        const core::ReceiverTime asSent(core::toReceiverSpan(core::MediaSpan(media.ticks())).ticks());
        std::vector<float> heardPcm(
            static_cast<size_t>(core::toMediaSpan(length).ticks() * heard.channels()));
        std::vector<float> sentPcm(heardPcm.size());
        if (!heard.render(heard.frameAt(begin), heardPcm) || !sent.render(sent.frameAt(asSent), sentPcm))
            return std::nan("");
        distance.add(heardPcm, sentPcm, heard.channels());
    }
    return distance.decibels();
}

} // namespace

class TestDamageJob : public QObject {
    Q_OBJECT

private slots:
    void longGapsAreMeasuredToTheirEnd()
    {
        const auto analysis = speechWithOutages();
        const auto longest = std::ranges::max_element(analysis->gaps, {}, &core::Gap::length);
        QVERIFY(longest->length > core::receiverMilliseconds(7000));
        std::vector<double> damage(analysis->gaps.size(), -1);
        const auto publish = [&](const std::vector<app::GapDamage>& found) {
            for (const app::GapDamage& each : found)
                damage[each.gap] = each.decibels;
        };
        QVERIFY(app::measureDamage({analysis, {}, publish}, core::RenderFocus(), {}));
        for (size_t i = 0; i < damage.size(); ++i) {
            const double expected = damageOf(analysis, analysis->gaps[i]);
            QVERIFY2(std::abs(damage[i] - expected) < 1e-6,
                qPrintable(QStringLiteral("%1: %2, not %3").arg(i).arg(damage[i]).arg(expected)));
        }
    }
};

QTEST_APPLESS_MAIN(TestDamageJob)
#include "tst_damagejob.moc"
