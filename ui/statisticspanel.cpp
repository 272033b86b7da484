#include "ui/statisticspanel.h"

#include "ui/format.h"
#include "ui/statistictext.h"
#include "ui/theme.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <array>
#include <optional>

namespace ui {

namespace {

enum class Tone : uint8_t { Plain, Lost, Late, Fec, Concealed };

// Up to three statistics that share a line.
struct Row {
    std::array<std::optional<Statistic>, 3> statistics;
    QString (*value)(const core::Statistics&);
    Tone tone = Tone::Plain;
    const char* label = nullptr; // where one name does not do
};

// One line that can be selected. QLabel would lay out a document to tell the size of each new value.
class ValueLabel : public QLabel {
public:
    using QLabel::QLabel;

    [[nodiscard]] QSize sizeHint() const override
    {
        ensurePolished();
        const QFontMetrics metrics = fontMetrics();
        const QMargins margins = contentsMargins();
        constexpr int spare = 1; // parts of pixels
        return {metrics.horizontalAdvance(text()) + margins.left() + margins.right() + spare,
            metrics.height() + margins.top() + margins.bottom()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
};

double share(quint64 part, quint64 whole)
{
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

QString withShare(quint64 part, quint64 whole)
{
    return countText(part) % QLatin1Char(' ') % shareText(share(part, whole), 1);
}

QString concealedText(const core::Statistics& s)
{
    const core::ReceiverSpan concealed = s.plc + s.silence;
    const auto whole = static_cast<quint64>(s.playout.ticks());
    return StatisticsPanel::tr("%1 s").arg(QLocale().toString(concealed.milliseconds() / 1000, 'f', 2))
        % QLatin1Char(' ') % shareText(share(static_cast<quint64>(concealed.ticks()), whole), 1);
}

QString milliseconds(double us)
{
    return StatisticsPanel::tr("%1 ms").arg(QLocale().toString(us / 1000, 'f', 1));
}

QString percentilesText(const core::Statistics& s)
{
    if (s.delay.count == 0)
        return QStringLiteral("–");
    const auto number = [](core::ReceiverSpan span) {
        return QLocale().toString(span.milliseconds(), 'f', 0);
    };
    return StatisticsPanel::tr("%1 / %2 / %3 ms")
        .arg(number(s.delay.p50), number(s.delay.p95), number(s.delay.p99));
}

QString waitText(const core::Statistics& s)
{
    return s.bufferWait.count == 0 ? QStringLiteral("–") : milliseconds(s.bufferWait.meanUs);
}

QString mouthToEarText(const core::Statistics& s)
{
    return s.bufferWait.count == 0 ? QStringLiteral("–") : milliseconds(s.mouthToEarUs);
}

constexpr auto rows = std::to_array<Row>({
    {{Statistic::PacketsSent}, [](const core::Statistics& s) { return countText(s.packetsSent); }},
    {{Statistic::Lost}, [](const core::Statistics& s) { return withShare(s.packetsLost, s.packetsSent); },
        Tone::Lost},
    {{Statistic::Late}, [](const core::Statistics& s) { return withShare(s.packetsLate, s.packetsSent); },
        Tone::Late},
    {{Statistic::Overflow, Statistic::Corrupt},
        [](const core::Statistics& s) {
            return QString(countText(s.packetsOverflow) % QStringLiteral(", ") % countText(s.packetsCorrupt));
        },
        Tone::Plain, QT_TRANSLATE_NOOP("ui::statistics", "Overflow, corrupt")},
    {{Statistic::FecRecovered},
        [](const core::Statistics& s) { return withShare(s.packetsFecRecovered, s.packetsSent); }, Tone::Fec},
    {{Statistic::Concealed}, concealedText, Tone::Concealed},
    {{Statistic::Stalled}, [](const core::Statistics& s) { return millisecondsText(s.stall, 0); }},
    {{Statistic::Gaps, Statistic::LongestGap},
        [](const core::Statistics& s) {
            return StatisticsPanel::tr("%1 (%2)").arg(countText(s.gaps), millisecondsText(s.longestGap, 0));
        },
        Tone::Plain, QT_TRANSLATE_NOOP("ui::statistics", "Gaps (longest)")},
    {{Statistic::Jitter}, [](const core::Statistics& s) { return milliseconds(s.jitterRfc3550Us); }},
    {{Statistic::DelayP50, Statistic::DelayP95, Statistic::DelayP99}, percentilesText, Tone::Plain,
        QT_TRANSLATE_NOOP("ui::statistics", "Delay p50 / p95 / p99")},
    {{Statistic::WaitMean}, waitText},
    {{Statistic::MouthToEar}, mouthToEarText},
});

QColor colourOf(Tone tone)
{
    switch (tone) {
    case Tone::Lost:
        return colours().lost;
    case Tone::Late:
        return colours().late;
    case Tone::Fec:
        return colours().fec;
    case Tone::Concealed:
        return colours().concealed;
    case Tone::Plain:
        break;
    }
    return colours().text;
}

QString labelOf(const Row& row)
{
    return row.label ? QCoreApplication::translate("ui::statistics", row.label) : labelOf(*row.statistics[0]);
}

QString toolTipOf(const Row& row)
{
    QString text;
    for (const std::optional<Statistic>& statistic : row.statistics) {
        if (statistic)
            text += QStringLiteral("<p><b>") % labelOf(*statistic) % QStringLiteral("</b><br>")
                % definitionOf(*statistic) % QStringLiteral("</p>");
    }
    return text;
}

QString rangeText(TimeRange range)
{
    return clockText(range.begin) % QStringLiteral("–") % clockText(range.end);
}

QToolButton* makeScopeLink()
{
    auto* link = new QToolButton;
    link->setObjectName(QStringLiteral("link"));
    link->setAccessibleName(StatisticsPanel::tr("What the statistics are of"));
    return link;
}

} // namespace

StatisticsPanel::StatisticsPanel(QWidget* parent)
    : StatisticsPanel(makeScopeLink(), parent)
{
}

StatisticsPanel::StatisticsPanel(QToolButton* scopeLink, QWidget* parent)
    : PanelForm(tr("Statistics"), scopeLink, parent)
    , m_scopeLink(scopeLink)
{
    setupScopes();
    for (const Row& row : rows)
        addStatistic(labelOf(row), toolTipOf(row));
}

void StatisticsPanel::setupScopes()
{
    m_range = new QLabel;
    m_range->setObjectName(QStringLiteral("selectionRange"));
    m_range->setToolTip(
        tr("<p><b>Selection</b><br>Packets count that were sent in this time, whenever they arrived or were "
           "played. Playout counts as far as it lies in this time. Times of the receiver’s clock.</p>"));
    m_range->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_range->hide();
    addRow(m_range);
    auto* menu = new QMenu(m_scopeLink);
    auto* group = new QActionGroup(menu);
    m_wholeAction = menu->addAction(tr("whole capture"), this, [this] { setScope(StatisticsScope::Whole); });
    m_selectionAction =
        menu->addAction(tr("selection"), this, [this] { setScope(StatisticsScope::Selection); });
    for (QAction* action : {m_wholeAction, m_selectionAction}) {
        action->setCheckable(true);
        group->addAction(action);
    }
    m_scopeLink->setMenu(menu);
    m_scopeLink->setPopupMode(QToolButton::InstantPopup);
    m_scopeLink->setToolTip(tr("Drag with Shift in the timeline to select a range; Esc forgets it"));
    setScope(StatisticsScope::Whole);
}

void StatisticsPanel::addStatistic(const QString& name, const QString& toolTip)
{
    auto* line = new QWidget;
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(name);
    label->setObjectName(QStringLiteral("faint"));
    label->setMinimumWidth(1); // a long value takes its room, not that of the lanes
    auto* value = new ValueLabel(QStringLiteral("–"));
    value->setTextFormat(Qt::PlainText);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setObjectName(QStringLiteral("value"));
    value->setAccessibleName(name);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(label, 1);
    layout->addWidget(value);
    line->setToolTip(toolTip);
    value->setAccessibleDescription(QTextDocumentFragment::fromHtml(toolTip).toPlainText());
    addRow(line);
    m_values.append(value);
}

void StatisticsPanel::show(const core::Statistics& whole)
{
    m_whole = whole;
    if (m_scope == StatisticsScope::Whole)
        refresh();
}

void StatisticsPanel::clear()
{
    m_whole.reset();
    m_selected.reset();
    refresh();
}

void StatisticsPanel::setSelection(std::optional<TimeRange> selection)
{
    m_selection = selection;
    m_selected.reset();
    if (selection)
        m_range->setText(tr("Selection %1").arg(rangeText(*selection)));
    setScope(selection ? StatisticsScope::Selection : StatisticsScope::Whole);
}

void StatisticsPanel::moveSelection(TimeRange selection)
{
    m_selection = selection;
    m_range->setText(tr("Selection %1").arg(rangeText(selection)));
}

void StatisticsPanel::showSelection(const core::Statistics& statistics)
{
    m_selected = statistics;
    if (m_scope == StatisticsScope::Selection)
        refresh();
}

void StatisticsPanel::setScope(StatisticsScope scope)
{
    m_scope = scope;
    const bool isSelection = scope == StatisticsScope::Selection;
    m_selectionAction->setEnabled(m_selection.has_value());
    (isSelection ? m_selectionAction : m_wholeAction)->setChecked(true);
    m_scopeLink->setText((isSelection ? tr("selection") : tr("whole capture")) % QStringLiteral(" ▾"));
    m_range->setVisible(isSelection);
    refresh();
    emit scopeChanged(scope);
}

void StatisticsPanel::refresh()
{
    const std::optional<core::Statistics>& shown =
        m_scope == StatisticsScope::Selection ? m_selected : m_whole;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const Row& row = rows[i];
        QLabel* label = m_values[i];
        label->setText(shown ? row.value(*shown) : QStringLiteral("–"));
        const QColor colour = readable(colourOf(shown ? row.tone : Tone::Plain), colours().window);
        QPalette palette = label->palette();
        if (palette.color(QPalette::WindowText) == colour)
            continue; // giving one is costly
        palette.setColor(QPalette::WindowText, colour);
        label->setPalette(palette);
    }
}

QString StatisticsPanel::text() const
{
    QString result;
    if (m_scope == StatisticsScope::Selection && m_selection)
        result = tr("Selection") % QLatin1Char('\t') % rangeText(*m_selection) % QLatin1Char('\n');
    for (qsizetype i = 0; i < m_values.size(); ++i)
        result += labelOf(rows[i]) % QLatin1Char('\t') % m_values[i]->text() % QLatin1Char('\n');
    return result;
}

} // namespace ui
