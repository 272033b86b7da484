#pragma once

#include "app/windowsession.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

namespace test {

inline constexpr int limitMs = 20000;

// The whole program with its window on the display and its sound at the default device, but with settings of
// its own that end with it.
class WindowStage {
public:
    WindowStage();

    // What a start of the program does. Started again, it finds the settings of the time before.
    void start(const app::WindowRequest& request);
    void end() { m_session.reset(); }
    // Starts with the bundled speech sample, and waits for the picture of its first analysis.
    void openSample(const core::Scenario& scenario = {});

    [[nodiscard]] app::WindowSession& session() { return *m_session; }
    [[nodiscard]] ui::MainWindow& window() { return m_session->window(); }
    [[nodiscard]] ui::Playback playback() const;
    [[nodiscard]] QString file(const QString& name) const { return m_folder.filePath(name); }

    // Where the user's presets are.
    [[nodiscard]] QString presetFolder() const;

    // Keys of the window work only while it is the active one, which it is again some time after a dialog.
    void waitUntilActive();
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void trigger(const QString& actionText);
    // Enters the path into the dialog that is open, and accepts it.
    void answerDialog(const QString& path);
    void drop(const QString& path);

    [[nodiscard]] QAction* action(const QString& text);
    template <typename Widget> [[nodiscard]] Widget* find(const char* name)
    {
        return window().findChild<Widget*>(QString::fromLatin1(name));
    }
    // Of the statistics panel.
    [[nodiscard]] QString statistic(const char* name);
    // What the analysis shown was made for is what the panels show.
    [[nodiscard]] bool isUpToDate();
    [[nodiscard]] bool isDrawn(); // by the timeline, all that it was asked for
    // Both waveforms have been shown since the start, if only in part.
    [[nodiscard]] bool hasWaveforms() const { return m_hasOverview && m_hasWaveform; }

private:
    QTemporaryDir m_folder;
    bool m_hasOverview = false;
    bool m_hasWaveform = false;
    std::unique_ptr<app::WindowSession> m_session;
};

[[nodiscard]] QString speechSample();

// What the program calls itself, and English numbers.
void nameProgram();

// The main function of a test of the window.
template <typename Tests, typename Application = QApplication> int runWindowTests(int argc, char** argv)
{
    Application application(argc, argv);
    nameProgram();
    Tests tests;
    return QTest::qExec(&tests, argc, argv);
}

} // namespace test
