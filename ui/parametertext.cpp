#include "ui/parametertext.h"

#include "ui/format.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cassert>

namespace ui {

namespace {

constexpr auto parameterTexts = std::to_array<ParameterText>({
    {"network.delay_ms", QT_TRANSLATE_NOOP("ui::parameters", "Delay"),
        QT_TRANSLATE_NOOP("ui::parameters", "Delay"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "One-way network delay, in milliseconds. Centre of the distribution for uniform and normal "
            "jitter, "
            "its floor for gamma. A delay below 0 becomes 0."),
        Unit::Duration, Scale::Quartic},
    {"network.jitter.spread_ms", QT_TRANSLATE_NOOP("ui::parameters", "spread"),
        QT_TRANSLATE_NOOP("ui::parameters", "Jitter spread"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "How much the delay varies, in milliseconds. Uniform: half width, as in netem. Normal: standard "
            "deviation. Gamma (shape 1.25): standard deviation, on top of the floor."),
        Unit::Duration, Scale::Quartic},
    {"network.jitter.correlation", QT_TRANSLATE_NOOP("ui::parameters", "correlation"),
        QT_TRANSLATE_NOOP("ui::parameters", "Jitter correlation"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "Correlation of each delay with the one before it (lag 1), as it comes out. 0 %: every packet on "
            "its "
            "own; towards 100 %: delays wander slowly."),
        Unit::Share, Scale::Linear},
    {"network.loss.rate", QT_TRANSLATE_NOOP("ui::parameters", "rate"),
        QT_TRANSLATE_NOOP("ui::parameters", "Loss rate"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "Share of packets that the network loses in the long run, for every loss model."),
        Unit::Share, Scale::Cubic},
    {"network.loss.burst", QT_TRANSLATE_NOOP("ui::parameters", "burst"),
        QT_TRANSLATE_NOOP("ui::parameters", "Loss burst"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "Mean run of packets lost one after the other. At the same loss rate, longer bursts are rarer."),
        Unit::Packets, Scale::Quartic},
    {"network.reorder.rate", QT_TRANSLATE_NOOP("ui::parameters", "Reorder"),
        QT_TRANSLATE_NOOP("ui::parameters", "Reorder rate"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "Share of packets that skip the delay and so overtake others (netem's meaning). It does nothing "
            "while the delay is 0."),
        Unit::Share, Scale::Cubic},
    {"network.reorder.correlation", QT_TRANSLATE_NOOP("ui::parameters", "correlation"),
        QT_TRANSLATE_NOOP("ui::parameters", "Reorder correlation"),
        QT_TRANSLATE_NOOP(
            "ui::parameters", "Correlation of the reordering of a packet with that of the one before it."),
        Unit::Share, Scale::Linear},
    {"network.reorder.gap", QT_TRANSLATE_NOOP("ui::parameters", "gap"),
        QT_TRANSLATE_NOOP("ui::parameters", "Reorder gap"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "Only every n-th packet is a candidate for reordering, as in netem. 1 pkt: every packet is."),
        Unit::Packets, Scale::Quartic},
    {"network.duplicate.rate", QT_TRANSLATE_NOOP("ui::parameters", "Duplicate"),
        QT_TRANSLATE_NOOP("ui::parameters", "Duplicate rate"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "Share of packets of which the network delivers a second copy. The copy draws a delay of its "
            "own."),
        Unit::Share, Scale::Cubic},
    {"network.drift_ppm", QT_TRANSLATE_NOOP("ui::parameters", "Drift"),
        QT_TRANSLATE_NOOP("ui::parameters", "Clock drift"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "Sender's clock against the receiver's, in parts per million. Above 0 the sender is fast: "
            "packets "
            "come ever earlier and the buffer fills; below 0 it runs dry."),
        Unit::PartsPerMillion, Scale::SignedCubic},
    {"buffer.playout_delay_ms", QT_TRANSLATE_NOOP("ui::parameters", "Playout delay"),
        QT_TRANSLATE_NOOP("ui::parameters", "Playout delay"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "Time from the arrival of the first packet to the start of playout, in milliseconds. It is the "
            "delay at the start, neither a minimum nor a target: fixed delay keeps it, the others stretch "
            "it."),
        Unit::Duration, Scale::Quartic},
    {"buffer.max_duration_ms", QT_TRANSLATE_NOOP("ui::parameters", "Max duration"),
        QT_TRANSLATE_NOOP("ui::parameters", "Maximal duration"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "Most audio that the buffer holds, in milliseconds. Beyond it the oldest packets are thrown out "
            "(overflow)."),
        Unit::Duration, Scale::Quartic},
    {"buffer.epsilon_ms", QT_TRANSLATE_NOOP("ui::parameters", "Epsilon"),
        QT_TRANSLATE_NOOP("ui::parameters", "Epsilon"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "A jump of the time stamps up to this is taken for rounding, not for a loss, in milliseconds."),
        Unit::Duration, Scale::Quartic},
    {"buffer.loss_step_ms", QT_TRANSLATE_NOOP("ui::parameters", "Loss step"),
        QT_TRANSLATE_NOOP("ui::parameters", "Loss step"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "How long the realtime buffer waits before it looks again while it holds no packet, in "
            "milliseconds."),
        Unit::Duration, Scale::Quartic},
    {"buffer.loss_threshold_ms", QT_TRANSLATE_NOOP("ui::parameters", "Loss after"),
        QT_TRANSLATE_NOOP("ui::parameters", "Loss threshold"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "How long the realtime buffer starves before it reports a loss, in milliseconds. What is shorter "
            "is "
            "a stall: playout stands still and goes on later."),
        Unit::Duration, Scale::Quartic},
    {"buffer.max_loss_ms", QT_TRANSLATE_NOOP("ui::parameters", "Resync after"),
        QT_TRANSLATE_NOOP("ui::parameters", "Resync after"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "A jump of the time stamps beyond this is not concealed: the realtime buffer starts afresh at "
            "the "
            "packet behind it, in milliseconds."),
        Unit::Duration, Scale::Quartic},
});

constexpr auto jitterOptions = std::to_array<ChoiceText::Option>({
    {QT_TRANSLATE_NOOP("ui::parameters", "None"),
        QT_TRANSLATE_NOOP("ui::parameters", "Every packet has the same delay.")},
    {QT_TRANSLATE_NOOP("ui::parameters", "Uniform"),
        QT_TRANSLATE_NOOP("ui::parameters", "Delay ± spread, all equally likely.")},
    {QT_TRANSLATE_NOOP("ui::parameters", "Normal"),
        QT_TRANSLATE_NOOP(
            "ui::parameters", "Bell curve around the delay; spread is its standard deviation.")},
    {QT_TRANSLATE_NOOP("ui::parameters", "Gamma"),
        QT_TRANSLATE_NOOP(
            "ui::parameters", "A floor (the delay) and a long tail, as queues make it; shape 1.25.")},
});
constexpr auto lossOptions = std::to_array<ChoiceText::Option>({
    {QT_TRANSLATE_NOOP("ui::parameters", "None"),
        QT_TRANSLATE_NOOP("ui::parameters", "The network loses nothing.")},
    {QT_TRANSLATE_NOOP("ui::parameters", "Random"),
        QT_TRANSLATE_NOOP("ui::parameters", "Each packet is lost with the same probability, on its own.")},
    {QT_TRANSLATE_NOOP("ui::parameters", "Gilbert–Elliott"),
        QT_TRANSLATE_NOOP("ui::parameters", "Losses come in bursts: a chain of a good and a bad state.")},
});
constexpr auto strategyOptions = std::to_array<ChoiceText::Option>({
    {QT_TRANSLATE_NOOP("ui::parameters", "Buffer"),
        QT_TRANSLATE_NOOP(
            "ui::parameters", "Jitter buffer pulled by the audio clock; it stalls while it is empty.")},
    {QT_TRANSLATE_NOOP("ui::parameters", "Realtime"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "Keeps pace with the sender: reports loss while it starves and eats delay up again.")},
    {QT_TRANSLATE_NOOP("ui::parameters", "Fixed delay"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "Every packet has its due time; what comes later is discarded. It never stalls.")},
});
constexpr auto concealmentOptions = std::to_array<ChoiceText::Option>({
    {QT_TRANSLATE_NOOP("ui::parameters", "Silence"),
        QT_TRANSLATE_NOOP("ui::parameters", "Lost audio is silent.")},
    {QT_TRANSLATE_NOOP("ui::parameters", "PLC"),
        QT_TRANSLATE_NOOP(
            "ui::parameters", "The Opus decoder makes up what is lost (packet loss concealment).")},
    {QT_TRANSLATE_NOOP("ui::parameters", "FEC, then PLC"),
        QT_TRANSLATE_NOOP("ui::parameters",
            "The last lost packet of a gap is taken from the copy (LBRR) in the packet right after it, if "
            "that "
            "is there in time; the rest by PLC.")},
});

constexpr auto choiceTexts = std::to_array<ChoiceText>({
    {"network.jitter.model", QT_TRANSLATE_NOOP("ui::parameters", "Jitter"),
        QT_TRANSLATE_NOOP("ui::parameters", "Jitter model"),
        QT_TRANSLATE_NOOP("ui::parameters", "Distribution of the network delay."), jitterOptions},
    {"network.loss.model", QT_TRANSLATE_NOOP("ui::parameters", "Loss"),
        QT_TRANSLATE_NOOP("ui::parameters", "Loss model"),
        QT_TRANSLATE_NOOP("ui::parameters", "Which packets the network loses."), lossOptions},
    {"buffer.strategy", QT_TRANSLATE_NOOP("ui::parameters", "Strategy"),
        QT_TRANSLATE_NOOP("ui::parameters", "Buffer strategy"),
        QT_TRANSLATE_NOOP("ui::parameters", "How the receiver decides what is played when."),
        strategyOptions},
    {"concealment.mode", QT_TRANSLATE_NOOP("ui::parameters", "Lost frames"),
        QT_TRANSLATE_NOOP("ui::parameters", "Concealment"),
        QT_TRANSLATE_NOOP("ui::parameters", "What is heard in place of audio that is not there."),
        concealmentOptions},
});

// Whether a unit that was typed, in lower case, is this one.
bool isSuffixOf(Unit unit, const QString& typed) { return typed == unitText(unit).toLower(); }

// What one of the unit at the end of the text is worth in ms.
std::optional<double> millisecondsIn(const QString& unit)
{
    if (unit.isEmpty() || unit == QLatin1String("ms") || isSuffixOf(Unit::Duration, unit))
        return 1;
    if (unit == QLatin1String("s"))
        return 1000;
    if (unit == QLatin1String("min"))
        return 60000;
    if (unit == QLatin1String("us") || unit == QStringLiteral("µs"))
        return 0.001;
    return std::nullopt;
}

template <typename Texts> const auto& found(const Texts& texts, std::string_view path)
{
    const auto text = std::ranges::find_if(texts, [path](const auto& t) { return t.path == path; });
    assert(text != std::end(texts));
    return *text;
}

} // namespace

const ParameterText& parameterText(std::string_view path) { return found(parameterTexts, path); }

const ChoiceText& choiceText(std::string_view path) { return found(choiceTexts, path); }

int ChoiceText::optionOf(const core::Scenario& scenario) const
{
    return static_cast<int>(core::findChoice(path)->get(scenario));
}

void ChoiceText::setIn(core::Scenario& scenario, int option) const
{
    core::findChoice(path)->set(scenario, static_cast<size_t>(option));
}

QString translated(const char* text) { return QCoreApplication::translate("ui::parameters", text); }

QString unitText(Unit unit)
{
    switch (unit) {
    case Unit::Duration:
        return translated(QT_TRANSLATE_NOOP("ui::parameters", "ms"));
    case Unit::Share:
        return QStringLiteral("%");
    case Unit::Packets:
        return translated(QT_TRANSLATE_NOOP("ui::parameters", "pkt"));
    case Unit::PartsPerMillion:
        return translated(QT_TRANSLATE_NOOP("ui::parameters", "ppm"));
    case Unit::Count:
        break;
    }
    return {};
}

QString valueText(Unit unit, double value)
{
    if (unit == Unit::Duration)
        return durationText(value);
    const double shown = unit == Unit::Share ? value * 100 : value;
    const QString number = numberText(shown, unit == Unit::Count ? 0 : 2);
    const QString suffix = unitText(unit);
    return suffix.isEmpty() ? number : QString(number % QLatin1Char(' ') % suffix);
}

std::optional<double> parsedValue(Unit unit, const QString& text)
{
    static const QRegularExpression form(
        QStringLiteral("^\\s*([-+\\x{2212}]?[0-9.,\\x{a0}\\x{202f}' ]*[0-9])\\s*([^0-9\\s]*)\\s*$"));
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const std::optional<double> number = parsedNumber(match.captured(1));
    const QString suffix = match.captured(2).toLower();
    if (!number)
        return std::nullopt;
    if (unit == Unit::Duration) {
        const std::optional<double> factor = millisecondsIn(suffix);
        return factor ? std::optional(*number * *factor) : std::nullopt;
    }
    if (!suffix.isEmpty() && !isSuffixOf(unit, suffix))
        return std::nullopt;
    return unit == Unit::Share ? *number / 100 : *number;
}

QString reasonUnused(std::string_view path, const core::Scenario& scenario)
{
    const bool isRealtime = scenario.buffer.strategy == core::Strategy::Realtime;
    const core::NetworkSettings& network = scenario.network;
    if (path == "network.loss.burst" && network.loss.model != core::LossModel::GilbertElliott)
        return translated(QT_TRANSLATE_NOOP("ui::parameters", "Only Gilbert–Elliott loss comes in bursts."));
    if (path == "network.loss.rate" && network.loss.model == core::LossModel::None)
        return translated(QT_TRANSLATE_NOOP("ui::parameters", "The loss model is “None”."));
    const bool isOfJitter = path == "network.jitter.spread_ms" || path == "network.jitter.correlation";
    if (isOfJitter && network.jitter.model == core::JitterModel::None)
        return translated(QT_TRANSLATE_NOOP("ui::parameters", "The jitter model is “None”."));
    const bool isOfReorder = path == "network.reorder.correlation" || path == "network.reorder.gap";
    if (isOfReorder && network.reorder.rate == 0)
        return translated(QT_TRANSLATE_NOOP("ui::parameters", "The reorder rate is 0."));
    const std::array realtimeOnly{"buffer.loss_step_ms", "buffer.loss_threshold_ms", "buffer.max_loss_ms"};
    if (!isRealtime && std::ranges::find(realtimeOnly, path) != realtimeOnly.end())
        return translated(QT_TRANSLATE_NOOP("ui::parameters", "Only the realtime strategy uses it."));
    if (path == "buffer.max_duration_ms" && scenario.buffer.strategy == core::Strategy::Fixed)
        return translated(
            QT_TRANSLATE_NOOP("ui::parameters", "Fixed delay holds every packet until it is due."));
    return {};
}

} // namespace ui
