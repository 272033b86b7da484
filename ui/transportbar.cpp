#include "ui/transportbar.h"

#include "ui/choicefield.h"
#include "ui/commands.h"
#include "ui/format.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/toggleswitch.h"
#include "ui/valueslider.h"

#include <QAction>
#include <QButtonGroup>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

namespace ui {

namespace {

constexpr int spacing = 7;

QFont monospaced(double pointSize, QFont::Weight weight)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    if (QFontDatabase::hasFamily(QStringLiteral("DejaVu Sans Mono")))
        font.setFamily(QStringLiteral("DejaVu Sans Mono"));
    font.setPointSizeF(pointSize);
    font.setWeight(weight);
    return font;
}

} // namespace

TransportBar::TransportBar(const Commands& commands, QWidget* parent)
    : QFrame(parent)
    , m_commands(commands)
{
    setObjectName(QStringLiteral("transport"));
    setFixedHeight(46);
    m_row = new QHBoxLayout(this);
    m_row->setContentsMargins(12, 0, 12, 0);
    m_row->setSpacing(spacing);
    setupFiles();
    addSeparator();
    setupTransport();
    addSeparator();
    setupListen();
    addSeparator();
    setupLive();
    setupVolume();
    m_row->addStretch(1);
    setupDevice();
}

void TransportBar::setupFiles()
{
    QToolButton* open = addButton(m_commands.action(Command::Open), Qt::ToolButtonTextOnly);
    open->setText(tr("Open…"));
    auto* exports = new QToolButton;
    exports->setText(tr("Export ▾"));
    exports->setMenu(m_commands.exportMenu());
    exports->setPopupMode(QToolButton::InstantPopup);
    exports->setToolTip(tr("Save the result: repaired, as heard, or as it arrived"));
    m_row->addWidget(exports);
}

void TransportBar::setupTransport()
{
    addButton(m_commands.action(Command::Stop), Qt::ToolButtonIconOnly);
    m_play = addButton(m_commands.action(Command::Play), Qt::ToolButtonIconOnly);
    m_play->setObjectName(QStringLiteral("play"));
    m_play->setFixedWidth(44);
    m_loop = addButton(m_commands.action(Command::Loop), Qt::ToolButtonTextBesideIcon);
    m_position = new QLabel;
    m_position->setObjectName(QStringLiteral("position"));
    m_position->setFont(monospaced(13.5, QFont::Bold));
    m_position->setAccessibleName(tr("Position"));
    m_duration = new QLabel;
    m_duration->setObjectName(QStringLiteral("faint"));
    m_duration->setFont(monospaced(9, QFont::Normal));
    m_duration->setAccessibleName(tr("Duration"));
    m_row->addSpacing(8);
    m_row->addWidget(m_position);
    m_row->addWidget(m_duration);
    showPosition({});
    showDuration({});
}

void TransportBar::setupListen()
{
    QLabel* label = addFaint(tr("Listen to"));
    auto* group = new QButtonGroup(this);
    auto* segments = new QHBoxLayout;
    segments->setSpacing(0);
    const auto add = [&](const QString& text, const QString& name, const QString& tip, Listen listen) {
        auto* button = new QToolButton;
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(tip);
        button->setCheckable(true);
        group->addButton(button);
        segments->addWidget(button);
        connect(button, &QToolButton::clicked, this, [this, listen] { emit listenRequested(listen); });
        return button;
    };
    m_original =
        add(tr("Original"), QStringLiteral("segmentLeft"), tr("The stream as it was sent"), Listen::Original);
    m_received = add(tr("Received"), QStringLiteral("segmentRight"), tr("What the simulated listener hears"),
        Listen::Received);
    m_received->setChecked(true);
    m_row->addLayout(segments);
    QLabel* hint = addFaint(tr("[Tab] swaps"));
    m_optional = {hint, label, m_duration};
}

void TransportBar::setupLive()
{
    QLabel* label = addFaint(tr("Live"));
    auto* live = new ToggleSwitch;
    live->setAccessibleName(tr("Live"));
    live->setToolTip(tr("The view follows the playhead and shows only what has arrived by then (F)"));
    label->setBuddy(live);
    QAction* action = m_commands.action(Command::Live);
    connect(live, &QAbstractButton::toggled, action, &QAction::setChecked);
    connect(action, &QAction::toggled, live, &QAbstractButton::setChecked);
    m_row->addWidget(live);
    m_row->addSpacing(8);
}

void TransportBar::setupVolume()
{
    auto* mute = m_mute = new QToolButton;
    mute->setObjectName(QStringLiteral("link"));
    mute->setCheckable(true);
    mute->setToolTip(tr("Mute"));
    mute->setAccessibleName(tr("Mute"));
    auto* volume = m_volume = new ValueSlider(Scale::Linear, 0, 1);
    volume->setObjectName(QStringLiteral("volume"));
    volume->setAccessibleName(tr("Volume"));
    volume->setToolTip(tr("Volume"));
    volume->setMinimumWidth(60);
    volume->setMaximumWidth(80);
    volume->setValue(1);
    connect(volume, &ValueSlider::edited, this, &TransportBar::setVolume);
    connect(volume, &ValueSlider::resetRequested, this, [this] { setVolume(1); });
    connect(volume, &ValueSlider::stepped, this,
        [this, volume](int steps) { setVolume(qBound(0.0, volume->value() + steps * 0.05, 1.0)); });
    connect(mute, &QToolButton::clicked, this, [this] {
        showIcons();
        emit volumeRequested(this->volume());
    });
    m_row->addWidget(mute);
    m_row->addWidget(volume);
    showIcons();
}

// By the user, who wants to hear it.
void TransportBar::setVolume(double level)
{
    showVolume({level, false});
    emit volumeRequested(volume());
}

Volume TransportBar::volume() const { return {m_volume->value(), m_mute->isChecked()}; }

void TransportBar::setupDevice()
{
    m_device = new ChoiceBox;
    m_device->setObjectName(QStringLiteral("device"));
    m_device->setAccessibleName(tr("Sound device"));
    m_device->setToolTip(tr("Sound device"));
    m_device->setMinimumWidth(64);
    m_device->setMaximumWidth(190);
    m_device->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_speed = addFaint({});
    m_speed->setToolTip(tr("Time the engine took for the last analysis of the whole capture"));
    m_row->removeWidget(m_speed);
    m_row->addWidget(m_device, 20); // takes the room that is left before any stays empty
    m_row->addWidget(m_speed);
    m_optional.prepend(m_speed);
    showDevices({}, {});
    connect(m_device, &QComboBox::activated, this,
        [this] { emit deviceRequested(m_device->currentData().toString()); });
}

void TransportBar::addSeparator()
{
    auto* line = new QFrame;
    line->setObjectName(QStringLiteral("separator"));
    line->setFixedSize(1, 26);
    m_row->addSpacing(5);
    m_row->addWidget(line);
    m_row->addSpacing(5);
}

QToolButton* TransportBar::addButton(QAction* action, Qt::ToolButtonStyle style)
{
    auto* button = new QToolButton;
    button->setDefaultAction(action);
    button->setToolButtonStyle(style);
    m_row->addWidget(button);
    return button;
}

QLabel* TransportBar::addFaint(const QString& text)
{
    auto* label = new QLabel(text);
    label->setObjectName(QStringLiteral("faint"));
    m_row->addWidget(label);
    return label;
}

QSize TransportBar::minimumSizeHint() const { return {880, height()}; }

void TransportBar::showPosition(core::ReceiverTime position)
{
    const QString text = clockText(position);
    if (text != m_position->text())
        m_position->setText(text);
}

void TransportBar::showDuration(core::ReceiverTime end)
{
    m_duration->setText(QStringLiteral("/ ") % clockText(end));
}

void TransportBar::showPlaying(bool isPlaying)
{
    QAction* play = m_commands.action(Command::Play);
    if (play->isChecked() == isPlaying && !play->icon().isNull())
        return;
    play->setChecked(isPlaying);
    play->setText(isPlaying ? tr("&Pause") : tr("&Play"));
    showIcons();
}

void TransportBar::showListen(Listen listen)
{
    (listen == Listen::Original ? m_original : m_received)->setChecked(true);
}

void TransportBar::showDevices(const QStringList& names, const QString& current)
{
    m_device->clear();
    m_device->addItem(tr("System default"), QString());
    for (const QString& name : names)
        m_device->addItem(name, name);
    m_device->setCurrentIndex(qMax(0, m_device->findData(current)));
}

void TransportBar::showVolume(Volume volume)
{
    m_volume->setValue(volume.level);
    m_mute->setChecked(volume.isMuted);
    showIcons();
}

void TransportBar::showSpeed(double elapsedMs, quint64 packets)
{
    m_speed->setText(tr("%1 ms / %Ln pkt(s)", "engine time / packets", static_cast<int>(packets))
                         .arg(QLocale().toString(elapsedMs, 'f', 1)));
    fitWidth(width());
}

void TransportBar::showIcons()
{
    m_mute->setIcon(icon(m_mute->isChecked() ? Glyph::Muted : Glyph::Speaker, colours().faintText));
    QAction* play = m_commands.action(Command::Play);
    play->setIcon(icon(play->isChecked() ? Glyph::Pause : Glyph::Play, colours().accentText));
}

void TransportBar::changeEvent(QEvent* event)
{
    QFrame::changeEvent(event);
    // The colours of another theme.
    if (event->type() == QEvent::PaletteChange && m_mute != nullptr)
        showIcons();
}

void TransportBar::resizeEvent(QResizeEvent* event)
{
    QFrame::resizeEvent(event);
    fitWidth(width());
}

void TransportBar::fitWidth(int width)
{
    for (QWidget* optional : std::as_const(m_optional))
        optional->show();
    m_loop->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_row->setSpacing(spacing);
    for (QWidget* optional : std::as_const(m_optional)) {
        if (m_row->sizeHint().width() <= width)
            break;
        optional->hide();
        m_row->invalidate();
    }
    if (m_row->sizeHint().width() <= width)
        return;
    m_loop->setToolButtonStyle(Qt::ToolButtonIconOnly); // its tool tip names it
    m_row->setSpacing(spacing / 2);
}

} // namespace ui
