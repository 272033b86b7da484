#pragma once

#include "ui/playback.h"

#include <QFrame>

class QAction;
class QHBoxLayout;
class QLabel;
class QToolButton;

namespace ui {

class ChoiceBox;
class Commands;
class ToggleSwitch;
class ValueSlider;

// The tool bar: files, transport, position, what to listen to, live, volume, device, speed of the engine.
// Leaves out what is least needed where the window is narrow.
class TransportBar : public QFrame {
    Q_OBJECT

public:
    explicit TransportBar(const Commands& commands, QWidget* parent = nullptr);

    // Narrower than all it holds: it leaves things out.
    [[nodiscard]] QSize minimumSizeHint() const override;

    void showPosition(core::ReceiverTime position);
    void showDuration(core::ReceiverTime end);
    void showPlaying(bool isPlaying);
    void showListen(Listen listen);
    void showDevices(const QStringList& names, const QString& current);
    void showVolume(Volume volume);
    void showSpeed(double elapsedMs, quint64 packets);

signals:
    void listenRequested(ui::Listen listen);
    void volumeRequested(ui::Volume volume);
    void deviceRequested(const QString& name);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void setupFiles();
    void setupTransport();
    void setupListen();
    void setupLive();
    void setupVolume();
    void setupDevice();
    void addSeparator();
    QToolButton* addButton(QAction* action, Qt::ToolButtonStyle style);
    QLabel* addFaint(const QString& text);
    void showIcons();
    void setVolume(double level);
    [[nodiscard]] Volume volume() const;
    void fitWidth(int width);

    const Commands& m_commands;
    QHBoxLayout* m_row = nullptr;
    QToolButton* m_play = nullptr;
    QToolButton* m_loop = nullptr;
    QLabel* m_position = nullptr;
    QLabel* m_duration = nullptr;
    QToolButton* m_original = nullptr;
    QToolButton* m_received = nullptr;
    ChoiceBox* m_device = nullptr;
    QLabel* m_speed = nullptr;
    ValueSlider* m_volume = nullptr;
    QToolButton* m_mute = nullptr;
    QList<QWidget*> m_optional; // the first goes first
};

} // namespace ui
