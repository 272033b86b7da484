#include "tests/app/windowstage.h"

#include "app/portaudiooutput.h"
#include "tests/support/samples.h"
#include "ui/timelineview.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>

namespace test {

void nameProgram()
{
    QApplication::setOrganizationName(QStringLiteral("JitterScope"));
    QApplication::setApplicationName(QStringLiteral("JitterScope"));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
}

QString speechSample() { return QString::fromStdString(test::samplePath("speech.opus")); }

WindowStage::WindowStage()
{
    QSettings::setPath(
        QSettings::NativeFormat, QSettings::UserScope, m_folder.filePath(QStringLiteral("settings")));
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_folder.filePath(QStringLiteral("data"))));
}

QString WindowStage::presetFolder() const
{
    return m_folder.filePath(QStringLiteral("data/JitterScope/JitterScope/presets"));
}

void WindowStage::start(const app::WindowRequest& request)
{
    m_session.reset();
    m_session = std::make_unique<app::WindowSession>(std::make_unique<app::PortAudioOutput>());
    m_hasOverview = m_hasWaveform = false;
    const app::Session& session = m_session->session();
    QObject::connect(&session, &app::Session::overviewChanged, &session, [this] { m_hasOverview = true; });
    QObject::connect(&session, &app::Session::waveformChanged, &session, [this] { m_hasWaveform = true; });
    m_session->start(request);
    waitUntilActive();
    QTRY_VERIFY_WITH_TIMEOUT(m_session->player().devices().areKnown, limitMs);
}

void WindowStage::openSample(const core::Scenario& scenario)
{
    start({.file = speechSample(), .scenario = scenario});
    QTRY_VERIFY_WITH_TIMEOUT(isUpToDate() && isDrawn(), limitMs);
}

ui::Playback WindowStage::playback() const
{
    return m_session->player().playback(std::chrono::steady_clock::now());
}

void WindowStage::waitUntilActive()
{
    window().activateWindow(); // without a window manager nobody else does
    QVERIFY(QTest::qWaitForWindowActive(&window(), limitMs));
}

void WindowStage::key(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    waitUntilActive();
    QTest::keyClick(&window(), key, modifiers);
}

QAction* WindowStage::action(const QString& text)
{
    for (QAction* action : window().actions()) {
        if (action->text().remove(QLatin1Char('&')) == text)
            return action;
    }
    return nullptr;
}

void WindowStage::trigger(const QString& actionText)
{
    QAction* found = action(actionText);
    QVERIFY2(found != nullptr && found->isEnabled(), qPrintable(actionText));
    found->trigger();
}

void WindowStage::answerDialog(const QString& path)
{
    QFileDialog* dialog = nullptr;
    for (QFileDialog* each : window().findChildren<QFileDialog*>()) {
        if (each->isVisible())
            dialog = each;
    }
    QVERIFY(dialog != nullptr);
    auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(name != nullptr);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!window().findChild<QFileDialog*>(), limitMs);
    waitUntilActive();
}

void WindowStage::drop(const QString& path)
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    const QPoint place(window().width() / 2, window().height() / 2);
    QDragEnterEvent enter(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped(place, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window(), &dropped);
}

QString WindowStage::statistic(const char* name)
{
    for (const QLabel* label : window().findChildren<QLabel*>(QStringLiteral("value"))) {
        if (label->accessibleName() == QString::fromLatin1(name))
            return label->text();
    }
    return {};
}

bool WindowStage::isDrawn() { return window().findChild<ui::TimelineView*>()->isUpToDate(); }

bool WindowStage::isUpToDate()
{
    const auto& analysis = session().session().analysis();
    return analysis && analysis->scenario == window().scenario();
}

} // namespace test
