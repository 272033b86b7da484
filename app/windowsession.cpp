#include "app/windowsession.h"

#include "app/errortext.h"
#include "app/filename.h"
#include "app/keptsettings.h"
#include "app/presets.h"
#include "app/scenariofile.h"
#include "app/translation.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScreen>
#include <algorithm>

namespace app {

using std::chrono::steady_clock;
using ui::Topic;

namespace {

constexpr int frameMs = 16;
constexpr int idleMs = 200; // between two looks at a player that stands still
constexpr int recentCount = 10;
constexpr qint64 largestScenario = qint64{1} << 20U; // bytes: read at once, while the window waits

const QString recentKey = QStringLiteral("recentFiles");
const QString geometryKey = QStringLiteral("window/geometry");
const QString stateKey = QStringLiteral("window/state");
const QString layoutKey = QStringLiteral("window/layout");
const QString themeKey = QStringLiteral("window/theme");
const QString scenarioKey = QStringLiteral("scenario");
const QString folderKey = QStringLiteral("folder");
const QString fileKey = QStringLiteral("open/file");
const QString viewBeginKey = QStringLiteral("open/viewBeginUs");
const QString viewEndKey = QStringLiteral("open/viewEndUs");
const QString playheadKey = QStringLiteral("open/playheadUs");
const QString volumeKey = QStringLiteral("sound/volume");
const QString mutedKey = QStringLiteral("sound/muted");
const QString deviceKey = QStringLiteral("sound/device");
const QString firstPreset = QStringLiteral("busy-wifi");

// Installed, or in the source tree above the folder that the program was built in.
QString samplePath()
{
    const QString program = QCoreApplication::applicationDirPath();
    const QString installed = program % QStringLiteral("/../share/jitterscope/samples/speech.opus");
    if (QFileInfo::exists(installed))
        return QDir::cleanPath(installed);
    const QString inSource = QStringLiteral("resources/samples/speech.opus");
    QDir folder(program);
    while (!folder.exists(inSource) && folder.cdUp()) { }
    return folder.filePath(inSource);
}

// As the desktop, if the settings hold no choice that there is.
ui::ThemeChoice keptTheme(const QSettings& settings)
{
    const int kept = settings.value(themeKey, 0).toInt();
    const bool isChoice = kept > 0 && kept <= static_cast<int>(ui::ThemeChoice::Dark);
    return isChoice ? static_cast<ui::ThemeChoice>(kept) : ui::ThemeChoice::System;
}

ui::Volume keptVolume(const QSettings& settings)
{
    const double level = settings.value(volumeKey, 1.0).toDouble();
    const bool isLevel = level >= 0 && level <= 1; // it may be no number
    return {isLevel ? level : 1, settings.value(mutedKey).toBool()};
}

} // namespace

WindowSession::WindowSession(std::unique_ptr<AudioOutput> output, QObject* parent)
    : QObject(parent)
    , m_window(keptTheme(m_settings))
    , m_player(std::move(output))
{
    connectSession();
    connectSaving();
    connectProblems();
    connectPlayer();
    connectScenarios();
}

WindowSession::~WindowSession() { save(); }

void WindowSession::connectSession()
{
    connect(&m_window, &ui::MainWindow::openRequested, &m_session, &Session::open);
    connect(&m_window, &ui::MainWindow::sampleRequested, this, [this] { m_session.open(samplePath()); });
    connect(&m_window, &ui::MainWindow::exportRequested, &m_session, &Session::exportTo);
    connect(&m_window, &ui::MainWindow::cancelRequested, &m_session, &Session::cancel);
    connect(&m_window, &ui::MainWindow::sweepRequested, &m_session, &Session::startSweep);
    connect(&m_window, &ui::MainWindow::sweepCancelRequested, &m_session, &Session::cancelSweep);
    connect(&m_session, &Session::sweepFound, &m_window, &ui::MainWindow::showSweepPoints);
    connect(&m_session, &Session::sweepEnded, &m_window, &ui::MainWindow::showSweepEnd);
    connect(&m_window, &ui::MainWindow::scenarioChanged, &m_session, &Session::setScenario);
    connect(&m_window, &ui::MainWindow::keptScenariosChanged, &m_session,
        [this](const ui::KeptScenarios& kept) { m_session.keep(kept.scenarios()); });
    connect(&m_session, &Session::statisticsKnown, &m_window, &ui::MainWindow::showStatistics);
    connect(&m_window, &ui::MainWindow::visibleRangeChanged, &m_session, &Session::setVisibleRange);
    connect(&m_window, &ui::MainWindow::selectionChanged, &m_session, &Session::setSelection);

    connect(&m_session, &Session::captureOpened, this, [this](const auto& capture, const QString& path) {
        for (const Topic over : {Topic::Opening, Topic::Analysis, Topic::Export})
            m_window.endProblem(over);
        m_window.showCapture(capture);
        rememberFile(path);
        rememberFolder(path);
    });
    connect(&m_session, &Session::exportingChanged, &m_window, &ui::MainWindow::setExporting);
    connect(&m_session, &Session::exported, this, [this](const QString& path) {
        m_window.endProblem(Topic::Export);
        m_window.showNote(tr("Saved %1").arg(path));
        rememberFolder(path);
    });
    connect(&m_session, &Session::damageFound, this, [this](const std::vector<GapDamage>& found) {
        for (const GapDamage& each : found)
            m_window.showDamage(each.gap, each.decibels);
    });
    connect(&m_session, &Session::analysisReady, this,
        [this](const auto& analysis, const auto& levels, double elapsedMs) {
            m_window.endProblem(Topic::Analysis);
            m_window.showAnalysis(analysis, levels, elapsedMs);
            if (!m_blind.isOn())
                m_player.load(analysis);
            restoreView();
        });
    connect(&m_session, &Session::draftReady, &m_window, &ui::MainWindow::showDraft);
    connect(&m_session, &Session::tradeOffReady, &m_window, &ui::MainWindow::showTradeOff);
    connect(&m_session, &Session::selectionReady, &m_window, &ui::MainWindow::showSelectionStatistics);
    connect(&m_session, &Session::waveformChanged, &m_window, &ui::MainWindow::showWaveform);
    connect(&m_session, &Session::overviewChanged, &m_window, &ui::MainWindow::showOverview);
    connect(&m_session, &Session::progressChanged, &m_window, &ui::MainWindow::showProgress);
}

void WindowSession::connectSaving()
{
    SavingWork& saving = m_session.saving();
    connect(&m_window, &ui::MainWindow::scenarioSaveRequested, &saving, [this, &saving](const QString& path) {
        saving.save(path, [json = written(m_window.scenario())] { return json; });
    });
    connect(&m_window, &ui::MainWindow::pictureSaveRequested, &saving,
        [&saving](const QString& path, ui::PictureKind kind, const ui::PlotRecording& plot) {
            saving.save(path, [kind, plot] { return pictureFile(kind, plot); });
        });
    connect(&m_window, &ui::MainWindow::pictureCopyRequested, &saving, &SavingWork::copy);
    connect(&saving, &SavingWork::saved, this, [this](const QString& path) {
        m_window.endProblem(Topic::Saving);
        rememberFolder(path);
        m_window.showNote(tr("Saved %1").arg(path));
    });
    connect(&saving, &SavingWork::copied, this,
        [this] { m_window.showNote(tr("The picture is on the clipboard")); });
    connect(&saving, &SavingWork::failed, this, [this](const core::Error& error, const QString& path) {
        m_window.showProblem(
            Topic::Saving, problemText(error, path.isEmpty() ? tr("Copying the picture") : path));
    });
}

void WindowSession::connectProblems()
{
    connect(&m_session, &Session::openFailed, this, [this](const core::Error& error, const QString& path) {
        m_window.showProblem(Topic::Opening, problemText(error, path));
    });
    connect(&m_session, &Session::analysisFailed, this,
        [this](const core::Error& error) { m_window.showProblem(Topic::Analysis, problemText(error, {})); });
    connect(&m_blind, &BlindListening::failed, this,
        [this](const core::Error& error) { m_window.showProblem(Topic::Analysis, problemText(error, {})); });
    connect(&m_session, &Session::exportFailed, this, [this](const core::Error& error, const QString& path) {
        m_window.showProblem(Topic::Export, problemText(error, path));
    });
    connect(&m_session, &Session::exportRefused, this,
        [this](const QString& why) { m_window.showProblem(Topic::Export, why); });
}

void WindowSession::connectPlayer()
{
    connect(&m_window, &ui::MainWindow::playRequested, this, [this](bool play) {
        m_player.setPlaying(play);
        hurry();
    });
    connect(&m_window, &ui::MainWindow::seekRequested, this, [this](core::ReceiverTime time) {
        m_player.seek(time);
        hurry();
    });
    connect(&m_window, &ui::MainWindow::listenRequested, this,
        [this](ui::Listen listen) { m_player.listen(listen); });
    connect(&m_window, &ui::MainWindow::loopRequested, this,
        [this](std::optional<ui::LoopRange> range) { m_player.setLoop(range); });
    connect(&m_window, &ui::MainWindow::volumeRequested, this, [this](ui::Volume volume) {
        m_player.setVolume(volume.heard());
        m_settings.setValue(volumeKey, volume.level);
        m_settings.setValue(mutedKey, volume.isMuted);
    });
    connect(&m_window, &ui::MainWindow::deviceRequested, this, [this](const QString& name) {
        m_player.setDevice(name);
        m_settings.setValue(deviceKey, name);
    });
    connect(&m_frame, &QTimer::timeout, this, &WindowSession::showPlayback);
}

void WindowSession::connectScenarios()
{
    connect(&m_window, &ui::MainWindow::scenarioOpenRequested, this, &WindowSession::openScenario);
    connect(&m_window, &ui::MainWindow::recentFilesClearRequested, this, &WindowSession::forgetFiles);
    connect(&m_window, &ui::MainWindow::themeChosen, this, [this](ui::ThemeChoice choice) {
        m_settings.setValue(themeKey, static_cast<int>(choice));
        m_window.setTheme(choice);
    });
    connect(&m_window, &ui::MainWindow::languageChosen, this,
        [this](ui::Language language) { keepLanguage(m_settings, language); });
}

void WindowSession::start(const WindowRequest& request)
{
    const bool isFirst = !m_settings.contains(scenarioKey);
    m_presets.show();
    restore();
    if (request.scenario)
        useScenario(*request.scenario);
    else if (const auto preset = findPreset(firstPreset); preset && isFirst)
        useScenario(preset->scenario);
    m_window.show();
    if (!request.file.isEmpty())
        m_session.open(request.file);
    else if (isFirst)
        m_session.open(samplePath());
    else
        reopen();
    // Looking for devices takes a while; the window is painted first.
    QTimer::singleShot(0, this, [this] { m_player.findDevices(); });
    m_frame.start(frameMs);
}

// What the player is asked for shows with the next frame.
void WindowSession::hurry()
{
    if (m_frame.isActive())
        m_frame.start(frameMs);
}

void WindowSession::restore()
{
    if (!m_window.restoreGeometry(m_settings.value(geometryKey).toByteArray()))
        m_window.fitOnScreen(m_window.screen()->availableSize());
    m_window.restoreState(m_settings.value(stateKey).toByteArray());
    m_window.restoreLayout(m_settings.value(layoutKey).toByteArray());
    m_window.setLanguage(keptLanguage(m_settings));
    m_window.setRecentFiles(m_settings.value(recentKey).toStringList());
    m_window.setFolder(m_settings.value(folderKey).toString());
    const ui::Volume volume = keptVolume(m_settings);
    m_window.showVolume(volume);
    m_player.setVolume(volume.heard());
    if (const auto scenario = readScenario(m_settings.value(scenarioKey).toByteArray())) {
        m_window.setKeptScenarios(savedKept(m_settings, *scenario));
        useScenario(*scenario);
    }
}

// Without an undo step.
void WindowSession::useScenario(const core::Scenario& scenario)
{
    m_window.setScenario(scenario);
    m_session.setScenario(scenario);
    m_presets.showName();
}

// What was open at the end of the last time. It is forgotten until it is there, so that a file that brings
// the program down does so only once.
void WindowSession::reopen()
{
    const QString path = m_settings.value(fileKey).toString();
    m_settings.remove(fileKey);
    if (!QFileInfo(path).isFile())
        return;
    m_reopened = path;
    m_session.open(path);
}

void WindowSession::restoreView()
{
    if (std::exchange(m_reopened, {}) != m_session.path() || m_session.path().isEmpty())
        return;
    const auto time = [this](const QString& key) {
        return core::ReceiverTime(m_settings.value(key).toLongLong());
    };
    const ui::TimeRange visible{time(viewBeginKey), time(viewEndKey)};
    const core::ReceiverTime latest(
        int64_t{1} << 52U); // what may stand in a settings file is not to be computed with
    if (core::ReceiverTime() <= visible.begin && visible.begin < visible.end && visible.end < latest)
        m_window.restoreView(visible, time(playheadKey));
}

void WindowSession::save()
{
    m_settings.setValue(geometryKey, m_window.saveGeometry());
    m_settings.setValue(stateKey, m_window.saveState());
    m_settings.setValue(layoutKey, m_window.layoutState());
    m_settings.setValue(scenarioKey, written(m_window.scenario()));
    saveKept(m_settings, m_window.keptScenarios());
    const QString path = QFileInfo(m_session.path()).absoluteFilePath();
    const QStringList recent = m_settings.value(recentKey).toStringList();
    if (!m_session.analysis() || recent.value(0) != path)
        return; // nothing is open, or no file is to be remembered
    m_settings.setValue(fileKey, path);
    m_settings.setValue(viewBeginKey, qlonglong{m_window.visibleRange().begin.ticks()});
    m_settings.setValue(viewEndKey, qlonglong{m_window.visibleRange().end.ticks()});
    m_settings.setValue(playheadKey, qlonglong{m_window.playhead().ticks()});
}

void WindowSession::rememberFile(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList files = m_settings.value(recentKey).toStringList();
    files.removeAll(absolute);
    files.prepend(absolute);
    files = files.mid(0, recentCount);
    m_settings.setValue(recentKey, files);
    m_window.setRecentFiles(files);
}

void WindowSession::rememberFolder(const QString& path)
{
    const QString folder = QFileInfo(path).absolutePath();
    m_settings.setValue(folderKey, folder);
    m_window.setFolder(folder);
}

void WindowSession::forgetFiles()
{
    m_settings.remove(recentKey);
    m_window.setRecentFiles({});
}

void WindowSession::openScenario(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_window.showProblem(Topic::ScenarioFile, tr("%1: %2").arg(path, file.errorString()));
        return;
    }
    rememberFolder(path);
    const QByteArray json = file.read(largestScenario + 1);
    const auto scenario = readScenario(json);
    if (json.size() > largestScenario) {
        m_window.showProblem(
            Topic::ScenarioFile, problemText({core::ErrorCode::TooLarge, "1 MiB", {}}, path));
    } else if (!scenario) {
        m_window.showProblem(Topic::ScenarioFile, scenarioProblemText(scenario.error(), path));
    } else {
        m_window.endProblem(Topic::ScenarioFile);
        m_window.applyScenario(*scenario, tr("Open scenario %1").arg(QFileInfo(path).fileName()));
    }
}

// A file that can't be written has been named by the user, who can name another one.
QString WindowSession::problemText(const core::Error& error, const QString& path)
{
    const QString text = errorText(error, path);
    return error.code == core::ErrorCode::WriteFailed ? tr("%1. Save it in another place.").arg(text) : text;
}

void WindowSession::showPlayback()
{
    const ui::Playback playback = m_player.playback(steady_clock::now());
    m_window.showPlayback(playback);
    const bool isIdle = m_areDevicesShown && !playback.isPlaying && playback.position == m_shownPosition;
    m_shownPosition = playback.position;
    if (const int interval = isIdle ? idleMs : frameMs; m_frame.interval() != interval)
        m_frame.setInterval(interval);
    m_session.setPlayhead(playback.position);
    if (std::exchange(m_soundProblem, playback.problem) != playback.problem) {
        if (playback.problem.isEmpty())
            m_window.endProblem(Topic::Sound);
        else
            m_window.showProblem(Topic::Sound, playback.problem);
    }
    const Player::Devices devices = m_areDevicesShown ? Player::Devices() : m_player.devices();
    if (devices.areKnown)
        showDevices(devices.names);
}

// The device chosen the last time, if it is there.
void WindowSession::showDevices(const QStringList& names)
{
    const QString chosen = m_settings.value(deviceKey).toString();
    m_window.showDevices(names, chosen);
    if (names.contains(chosen))
        m_player.setDevice(chosen);
    m_areDevicesShown = true;
}

} // namespace app
