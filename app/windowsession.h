#pragma once

#include "app/blindlistening.h"
#include "app/player.h"
#include "app/session.h"
#include "app/windowpresets.h"
#include "app/windowprogram.h"
#include "ui/mainwindow.h"

#include <QObject>
#include <QSettings>
#include <QTimer>

namespace app {

// Joins window, session and player: what the one asks for, the others do. GUI thread only.
class WindowSession : public QObject {
    Q_OBJECT

public:
    explicit WindowSession(std::unique_ptr<AudioOutput> output, QObject* parent = nullptr);
    ~WindowSession() override;

    // Shows the window as it was left the last time and opens the file, if one is asked for.
    void start(const WindowRequest& request);

    [[nodiscard]] ui::MainWindow& window() { return m_window; }
    [[nodiscard]] Session& session() { return m_session; }
    [[nodiscard]] Player& player() { return m_player; }
    [[nodiscard]] BlindListening& blind() { return m_blind; }

private:
    void connectSession();
    void connectSaving();
    void connectProblems();
    void connectPlayer();
    void connectScenarios();
    void restore();
    void reopen();
    void restoreView();
    void save();
    void useScenario(const core::Scenario& scenario);
    void rememberFile(const QString& path);
    void rememberFolder(const QString& path);
    void forgetFiles();
    void openScenario(const QString& path);
    [[nodiscard]] static QString problemText(const core::Error& error, const QString& path);
    void showPlayback();
    void hurry();
    void showDevices(const QStringList& names);

    QSettings m_settings;
    ui::MainWindow m_window;
    Session m_session;
    Player m_player;
    WindowPresets m_presets{m_window};
    BlindListening m_blind{m_window.blindPage(), m_session, m_player};
    QTimer m_frame; // one repaint of the playhead a tick
    core::ReceiverTime m_shownPosition;
    QString m_reopened; // the file whose view is restored with its first analysis
    bool m_areDevicesShown = false;
    QString m_soundProblem; // as shown
};

} // namespace app
