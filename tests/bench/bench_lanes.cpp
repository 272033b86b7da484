#include "core/render/levels.h"
#include "tests/support/plaincapture.h"
#include "ui/arrivallane.h"
#include "ui/bufferlane.h"
#include "ui/laneplot.h"
#include "ui/outputlane.h"
#include "ui/overviewlane.h"
#include "ui/qualitylane.h"
#include "ui/staircaselane.h"
#include "ui/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QWidget>
#include <benchmark/benchmark.h>
#include <map>

// What is drawn with each frame, at the size of the design: whole captures of an hour and of a day.
namespace {

constexpr int across = 838; // pixels of a lane
constexpr QSize viewSize(910, 650);

// Everything a lane draws from; the analysis of a day takes a while, so it is made once.
const ui::LaneScene& sceneOf(int64_t packets)
{
    static std::map<int64_t, ui::LaneScene> made;
    ui::LaneScene& scene = made[packets];
    if (scene.analysis)
        return scene;
    scene.analysis =
        core::analyze(core::plainCapture(static_cast<size_t>(packets), core::mediaMilliseconds(20)),
            core::roughScenario(core::Strategy::Realtime, 1))
            .value();
    scene.levels = std::make_shared<const core::PlotLevels>(core::PlotLevels::build(*scene.analysis));
    scene.visible = {core::ReceiverTime(), scene.levels->end()};
    scene.endPacket = static_cast<uint32_t>(packets);
    scene.cells.resize(across);
    scene.levels->query(*scene.analysis, scene.visible.begin, scene.visible.end, scene.cells);
    scene.concealed = ui::concealedShares(*scene.analysis, *scene.levels, scene.visible, across);
    auto waveform = std::make_shared<core::WaveformLevels>(packets * 960);
    const std::vector<float> block(core::WaveformLevels::blockFrames, 0.3F);
    for (int64_t first = 0; first < packets * 960; first += core::WaveformLevels::blockFrames * int64_t(50))
        waveform->fill(first, block, 1);
    scene.waveform = std::move(waveform);
    scene.colours = ui::LaneColours::current();
    return scene;
}

template <typename DrawnLane> void draw(benchmark::State& state, const ui::LaneScene& scene)
{
    const DrawnLane lane;
    for (auto _ : state) {
        QPixmap picture(across, 200);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        lane.draw(painter, scene, {QRectF(picture.rect()), scene.visible, lane.valueRange(scene)});
    }
}

template <typename DrawnLane> void drawLane(benchmark::State& state)
{
    draw<DrawnLane>(state, sceneOf(state.range(0)));
}

// As many packets as are drawn one by one.
template <typename DrawnLane> void drawPackets(benchmark::State& state)
{
    ui::LaneScene scene = sceneOf(state.range(0));
    scene.endPacket = across;
    scene.visible.end = core::sendTimeOf(*scene.analysis, scene.endPacket);
    scene.levels->query(*scene.analysis, scene.visible.begin, scene.visible.end, scene.cells);
    draw<DrawnLane>(state, scene);
}

// What a move of the mouse over the whole capture asks: the packet there, and what is told before it.
template <typename HoveredLane> void hoverLane(benchmark::State& state)
{
    const ui::LaneScene& scene = sceneOf(state.range(0));
    const HoveredLane lane;
    const ui::LaneMap map{QRectF(0, 0, across, 200), scene.visible, lane.valueRange(scene)};
    for (int i = 0; auto _ : state) {
        const QPointF mouse(i * 7 % across, i * 11 % 200);
        benchmark::DoNotOptimize(lane.packetAt(scene, map, mouse));
        benchmark::DoNotOptimize(lane.readout(scene, map, mouse));
        ++i;
    }
}

// A plot that is shown, or nothing would be laid out.
struct ShownPlot {
    ShownPlot()
    {
        parent.resize(viewSize);
        plot.widget().resize(viewSize);
        parent.show();
    }
    void draw(ui::FrameContent content)
    {
        plot.beginFrame(content);
        while (!plot.drawOn()) { }
    }

    QWidget parent;
    ui::LanePlot plot{parent};
};

// All lanes together, from the question what is in view to the picture: a step of a zoom or a pan.
void drawFrame(benchmark::State& state)
{
    ShownPlot shown;
    ui::LanePlot& plot = shown.plot;
    plot.scene() = sceneOf(state.range(0));
    plot.overview() = sceneOf(state.range(0));
    const core::ReceiverSpan step(plot.scene().visible.length().ticks() / 1000);
    plot.scene().visible.end = plot.scene().visible.end - step;
    for (auto _ : state) {
        plot.scene().visible.end = plot.scene().visible.end - step;
        shown.draw(ui::FrameContent::Lanes);
    }
}

void movePlayhead(benchmark::State& state)
{
    ShownPlot shown;
    ui::LanePlot& plot = shown.plot;
    plot.scene() = sceneOf(state.range(0));
    shown.draw(ui::FrameContent::Everything);
    for (int64_t i = 0; auto _ : state) {
        plot.overlay().playhead = core::ReceiverTime(++i * 16000);
        plot.refreshOverlay();
    }
}

void hourAndDay(benchmark::internal::Benchmark* benchmark)
{
    benchmark->Arg(180'000)->Arg(4'320'000)->Unit(benchmark::kMillisecond);
}

BENCHMARK(drawLane<ui::OverviewLane>)->Apply(hourAndDay);
BENCHMARK(drawLane<ui::ArrivalLane>)->Apply(hourAndDay);
BENCHMARK(drawLane<ui::StaircaseLane>)->Apply(hourAndDay);
BENCHMARK(drawLane<ui::BufferLane>)->Apply(hourAndDay);
BENCHMARK(drawLane<ui::OutputLane>)->Apply(hourAndDay);
BENCHMARK(drawLane<ui::QualityLane>)->Apply(hourAndDay);
BENCHMARK(drawPackets<ui::ArrivalLane>)->Apply(hourAndDay);
BENCHMARK(drawPackets<ui::StaircaseLane>)->Apply(hourAndDay);
BENCHMARK(drawPackets<ui::BufferLane>)->Apply(hourAndDay);
BENCHMARK(drawPackets<ui::OutputLane>)->Apply(hourAndDay);
BENCHMARK(hoverLane<ui::ArrivalLane>)->Apply(hourAndDay);
BENCHMARK(hoverLane<ui::StaircaseLane>)->Apply(hourAndDay);
BENCHMARK(hoverLane<ui::OutputLane>)->Apply(hourAndDay);
BENCHMARK(drawFrame)->Apply(hourAndDay);
BENCHMARK(movePlayhead)->Apply(hourAndDay);

} // namespace

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    ui::applyTheme(ui::ThemeChoice::Dark);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
