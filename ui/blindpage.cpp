#include "ui/blindpage.h"

#include "ui/choicefield.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int pageWidth = 620;

QLabel* faintLabel(const QString& text)
{
    auto* label = new QLabel(text);
    label->setObjectName(QStringLiteral("faint"));
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignHCenter);
    return label;
}

QString withKey(const QString& text, const QString& key)
{
    return QString(text % QStringLiteral("  [") % key % QLatin1Char(']'));
}

} // namespace

BlindPage::BlindPage(QWidget* parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("empty"));
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Blind test"));
    auto* title = new QLabel(tr("Is X the same as A or as B?"));
    title->setObjectName(QStringLiteral("emptyTitle"));
    title->setAlignment(Qt::AlignHCenter);
    auto* content = new QWidget;
    content->setMaximumWidth(pageWidth);
    m_rows = new QVBoxLayout(content);
    m_rows->setSpacing(14);
    m_rows->addStretch(1);
    m_rows->addWidget(title);
    auto* page = new QHBoxLayout(this);
    page->addWidget(content);
    setupPair();
    setupSounds();
    setupAnswers();
    setupEnd();
    m_rows->addStretch(1);
}

// Side by side in the middle.
void BlindPage::addRow(std::initializer_list<QWidget*> widgets)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    row->addStretch(1);
    m_rows->addLayout(row);
}

void BlindPage::setupPair()
{
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    for (const BlindSound side : {BlindSound::A, BlindSound::B}) {
        auto* box = new ChoiceBox;
        const QString text = side == BlindSound::A ? tr("A is") : tr("B is");
        box->setAccessibleName(text);
        box->setObjectName(side == BlindSound::A ? QStringLiteral("blindA") : QStringLiteral("blindB"));
        auto* label = new QLabel(text);
        label->setBuddy(box);
        row->addWidget(label);
        row->addWidget(box);
        row->addSpacing(side == BlindSound::A ? 18 : 0);
        m_pair.at(static_cast<size_t>(side)) = box;
        connect(box, &QComboBox::activated, this, &BlindPage::choosePair);
    }
    row->addStretch(1);
    m_rows->addLayout(row);
    m_difference = faintLabel({});
    m_placeLabel = faintLabel({});
    m_placeLabel->setTextFormat(Qt::PlainText);
    m_same = new QLabel;
    m_same->setObjectName(QStringLiteral("warning"));
    m_same->setWordWrap(true);
    m_same->setAlignment(Qt::AlignHCenter);
    m_rows->addWidget(m_difference);
    m_rows->addWidget(m_same);
    m_rows->addWidget(m_placeLabel);
}

void BlindPage::setupSounds()
{
    addRow({makeSound(BlindSound::A, tr("Hear A")), makeSound(BlindSound::X, tr("Hear X")),
        makeSound(BlindSound::B, tr("Hear B"))});
}

QToolButton* BlindPage::makeSound(BlindSound sound, const QString& text)
{
    constexpr std::array keys{Qt::Key_A, Qt::Key_B, Qt::Key_X};
    const QKeySequence key(keys.at(static_cast<size_t>(sound)));
    auto* button = new QToolButton;
    button->setText(withKey(text, key.toString(QKeySequence::NativeText)));
    button->setAccessibleName(text);
    button->setCheckable(true);
    button->setMinimumSize(130, 44);
    button->setFocusPolicy(Qt::TabFocus);
    const auto ask = [this, button, sound] {
        button->setChecked(m_state.heard == sound); // until it is heard
        if (m_state.isReady)
            emit hearRequested(sound);
    };
    connect(button, &QToolButton::clicked, this, ask);
    connect(new QShortcut(key, this), &QShortcut::activated, this, ask);
    m_sounds.at(static_cast<size_t>(sound)) = button;
    return button;
}

void BlindPage::setupAnswers()
{
    addRow({makeAnswer(BlindSound::A, tr("X is A")), makeAnswer(BlindSound::B, tr("X is B"))});
    m_score = new QLabel;
    m_score->setObjectName(QStringLiteral("blindScore"));
    m_score->setAlignment(Qt::AlignHCenter);
    m_score->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_last = faintLabel({});
    m_rows->addWidget(m_score);
    m_rows->addWidget(m_last);
}

QPushButton* BlindPage::makeAnswer(BlindSound guess, const QString& text)
{
    const QKeySequence key(guess == BlindSound::A ? Qt::Key_1 : Qt::Key_2);
    auto* button = new QPushButton(withKey(text, key.toString(QKeySequence::NativeText)));
    button->setAccessibleName(text);
    button->setMinimumSize(130, 32);
    const auto ask = [this, guess] {
        if (m_state.isReady)
            emit answered(guess);
    };
    connect(button, &QPushButton::clicked, this, ask);
    connect(new QShortcut(key, this), &QShortcut::activated, this, ask);
    m_answers.at(static_cast<size_t>(guess)) = button;
    return button;
}

void BlindPage::setupEnd()
{
    m_rows->addWidget(
        faintLabel(tr("In every trial X is drawn anew. Decide beforehand how many trials you "
                      "want to make: ten or more tell "
                      "something. p is the chance to get at least as many right by guessing.")));
    auto* copy = new QPushButton(tr("Copy the result"));
    auto* end = new QPushButton(withKey(tr("End"), tr("Esc")));
    end->setAccessibleName(tr("End"));
    connect(copy, &QPushButton::clicked, this, &BlindPage::copyResult);
    connect(end, &QPushButton::clicked, this, &BlindPage::end);
    connect(new QShortcut(QKeySequence::Copy, this), &QShortcut::activated, this, &BlindPage::copyResult);
    connect(new QShortcut(Qt::Key_Escape, this), &QShortcut::activated, this, &BlindPage::end);
    addRow({copy, end});
}

void BlindPage::begin(const KeptScenarios& kept, const QString& place)
{
    m_place = place;
    m_placeLabel->setText(place);
    m_sources.clear();
    m_sources.push_back({tr("Original"), std::nullopt});
    int onView = 0;
    for (const Slot slot : kept.filled()) {
        if (slot == kept.onView)
            onView = static_cast<int>(m_sources.size());
        m_sources.push_back({tr("Scenario %1").arg(slotName(slot)), kept.at(slot)});
    }
    for (ChoiceBox* box : m_pair) {
        const QSignalBlocker blocker(box);
        box->clear();
        for (const BlindSource& each : m_sources)
            box->addItem(each.name);
    }
    // Two scenarios, if there are two; else what was sent and what is heard.
    const int last = static_cast<int>(m_sources.size()) - 1;
    int other = 0;
    if (last > 1)
        other = onView == 1 ? 2 : 1;
    m_pair[0]->setCurrentIndex(std::min(onView, other));
    m_pair[1]->setCurrentIndex(std::max(onView, other));
    setFocus(Qt::OtherFocusReason); // not on a button that Enter would press
    choosePair();
}

const BlindSource& BlindPage::source(BlindSound side) const
{
    return m_sources[static_cast<size_t>(m_pair.at(static_cast<size_t>(side))->currentIndex())];
}

void BlindPage::choosePair()
{
    showDifference();
    showState({});
    emit pairChosen(source(BlindSound::A), source(BlindSound::B));
}

void BlindPage::showDifference()
{
    const BlindSource& a = source(BlindSound::A);
    const BlindSource& b = source(BlindSound::B);
    m_difference->setText(a.scenario && b.scenario
            ? differenceTexts(*a.scenario, *b.scenario).join(QStringLiteral(", "))
            : QString());
    m_difference->setVisible(!m_difference->text().isEmpty());
    m_same->setText(a.name == b.name
            ? tr("A and B are the same: there is nothing to tell apart. Choose another one.")
            : tr("%1 and %2 are set alike: there is nothing to tell apart.").arg(a.name, b.name));
    m_same->setVisible(a.scenario == b.scenario);
}

void BlindPage::showState(const BlindState& state)
{
    m_state = state;
    for (const BlindSound sound : {BlindSound::A, BlindSound::B, BlindSound::X}) {
        QToolButton* button = m_sounds.at(static_cast<size_t>(sound));
        button->setChecked(state.isReady && state.heard == sound);
        button->setEnabled(state.isReady);
    }
    for (QPushButton* button : m_answers)
        button->setEnabled(state.isReady);
    m_score->setText(scoreText());
    if (!state.isReady)
        m_last->setText(tr("One moment …"));
    else if (!state.lastX)
        m_last->setText(tr("Listen to A, B and X as often as you like."));
    else {
        const QString x = *state.lastX == BlindSound::A ? QStringLiteral("A") : QStringLiteral("B");
        m_last->setText(state.wasRight ? tr("Right: X was %1.").arg(x) : tr("Wrong: X was %1.").arg(x));
    }
}

QString BlindPage::scoreText() const
{
    if (m_state.trials == 0)
        return tr("No trial answered yet");
    constexpr double smallest = 0.0001;
    const QLocale locale;
    const QString chance = m_state.chance < smallest
        ? tr("p < %1").arg(locale.toString(smallest, 'f', 4))
        : tr("p = %1").arg(locale.toString(m_state.chance, 'f', 4));
    return tr("%1 of %2 right, %3")
        .arg(locale.toString(m_state.right), locale.toString(m_state.trials), chance);
}

QString BlindPage::resultText() const
{
    const BlindSource& a = source(BlindSound::A);
    const BlindSource& b = source(BlindSound::B);
    QStringList lines{tr("Blind test (ABX): %1").arg(scoreText()), m_place, tr("A: %1").arg(a.name),
        tr("B: %1").arg(b.name)};
    if (!m_difference->text().isEmpty())
        lines.append(tr("From A to B: %1").arg(m_difference->text()));
    lines.append(tr("p: chance of at least as many right by guessing (binomial, one-sided)"));
    return lines.join(QLatin1Char('\n')) % QLatin1Char('\n');
}

void BlindPage::copyResult() const { QGuiApplication::clipboard()->setText(resultText()); }

} // namespace ui
