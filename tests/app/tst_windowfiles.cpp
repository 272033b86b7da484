#include "app/scenariofile.h"
#include "core/capture/open.h"
#include "tests/app/windowstage.h"
#include "tests/support/samples.h"
#include "tests/ui/windowfixture.h"
#include "ui/timelineview.h"

#include <QClipboard>
#include <QFrame>
#include <QMimeData>
#include <QProcess>

using core::ExportKind;
using namespace test;

namespace {

core::Scenario lossy(double rate)
{
    core::Scenario scenario;
    scenario.network.loss.rate = rate;
    return scenario;
}

bool isSound(const QString& path, ExportKind kind)
{
    if (kind == ExportKind::Wav) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) && file.read(4) == "RIFF" && file.size() > 1000000;
    }
    const auto capture = core::openCapture(path.toStdString());
    if (!capture || (*capture)->packets().size() < 2500 || !(*capture)->anomalies().empty())
        return false;
    if (kind == ExportKind::Stamped)
        return true;
    QProcess info;
    info.start(QStringLiteral("opusinfo"), {path});
    if (!info.waitForFinished(limitMs) || info.exitCode() != 0)
        return false;
    const QByteArray told = info.readAllStandardOutput() + info.readAllStandardError();
    return !told.contains("WARNING") && !told.contains("ERROR");
}

} // namespace

// What the whole window reads and writes.
class TestWindowFiles : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup() { m_stage.reset(); }

    void exportsEveryKind_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("name");
        QTest::addColumn<ExportKind>("kind");
        const auto row = [](const char* action, const char* name, ExportKind kind) {
            QTest::newRow(name) << QString::fromUtf8(action) << QString::fromLatin1(name) << kind;
        };
        row("Repaired Ogg…", "repaired.opus", ExportKind::RepairedOgg);
        row("Concealed Ogg…", "heard.opus", ExportKind::ConcealedOgg);
        row("WAV…", "heard.wav", ExportKind::Wav);
        row("Stamped capture…", "received.stamped", ExportKind::Stamped);
    }

    void exportsEveryKind()
    {
        QFETCH(const QString, action);
        QFETCH(const QString, name);
        QFETCH(const ExportKind, kind);
        m_stage->openSample(lossy(0.05));
        const QString path = m_stage->file(name);
        m_stage->trigger(action);
        m_stage->answerDialog(path);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 60000);
        QVERIFY(isSound(path, kind));
    }

    void everyPlotIsSavedAndCopied_data()
    {
        QTest::addColumn<QString>("save");
        QTest::addColumn<QString>("copy");
        QTest::newRow("timeline") << QStringLiteral("Save picture…") << QStringLiteral("Copy picture");
        QTest::newRow("delays") << QStringLiteral("Save the delay distribution…")
                                << QStringLiteral("Copy the delay distribution");
        QTest::newRow("trade-off") << QStringLiteral("Save the trade-off…")
                                   << QStringLiteral("Copy the trade-off");
    }

    void everyPlotIsSavedAndCopied()
    {
        QFETCH(const QString, save);
        QFETCH(const QString, copy);
        m_stage->openSample(lossy(0.05));
        const QMap<QString, QByteArray> beginnings{{QStringLiteral("png"), "\x89PNG"},
            {QStringLiteral("svg"), "<?xml"}, {QStringLiteral("pdf"), "%PDF"}};
        for (auto each = beginnings.begin(); each != beginnings.end(); ++each) {
            const QString path = m_stage->file(QStringLiteral("plot.") + each.key());
            m_stage->trigger(save);
            m_stage->answerDialog(path);
            QTRY_VERIFY2_WITH_TIMEOUT(QFile::exists(path), qPrintable(path), limitMs);
            QFile file(path);
            QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(path));
            const QByteArray content = file.readAll();
            QVERIFY2(content.startsWith(each.value()) && content.size() > 2000, qPrintable(path));
        }
        QGuiApplication::clipboard()->clear();
        m_stage->trigger(copy);
        QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->image().width() > 400, limitMs);
        // Nothing is written under a name that promises something else.
        const QString other = m_stage->file(QStringLiteral("plot.jpg"));
        m_stage->trigger(save);
        m_stage->answerDialog(other);
        QVERIFY(!QFile::exists(other));
        QVERIFY(m_stage->find<QFrame>("message")->accessibleName().contains(QStringLiteral("saved as .png")));
    }

    void whyAFileCantBeWrittenIsTold_data()
    {
        QTest::addColumn<QString>("save");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* save, const char* name) {
            QTest::newRow(name) << QString::fromUtf8(save) << QString::fromLatin1(name);
        };
        row("Save picture…", "lanes.png");
        row("Save picture…", "lanes.pdf");
        row("Save the trade-off…", "plot.svg");
        row("Save scenario…", "scenario.json");
        row("WAV…", "heard.wav");
    }

    void whyAFileCantBeWrittenIsTold()
    {
        QFETCH(const QString, save);
        QFETCH(const QString, name);
        m_stage->openSample();
        const QString path = m_stage->file(QStringLiteral("gone/") + name);
        m_stage->trigger(save);
        m_stage->answerDialog(path);
        auto* message = m_stage->find<QFrame>("message");
        QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), limitMs);
        QCOMPARE(message->accessibleName(),
            path
                + QStringLiteral(": can't be written: No such file or directory. Save it in another place."));
    }

    void aProblemGoesWhenTheSameIsDoneWithSuccess_data()
    {
        QTest::addColumn<QString>("save");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* save, const char* name) {
            QTest::newRow(name) << QString::fromUtf8(save) << QString::fromLatin1(name);
        };
        row("Save picture…", "lanes.png");
        row("Save scenario…", "scenario.json");
        row("WAV…", "heard.wav");
    }

    void aProblemGoesWhenTheSameIsDoneWithSuccess()
    {
        QFETCH(const QString, save);
        QFETCH(const QString, name);
        m_stage->openSample();
        auto* message = m_stage->find<QFrame>("message");
        m_stage->trigger(save);
        m_stage->answerDialog(m_stage->file(QStringLiteral("gone/") + name));
        QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), limitMs);
        m_stage->window().endProblem(ui::Topic::Opening);
        QVERIFY(message->isVisible());
        m_stage->trigger(save);
        m_stage->answerDialog(m_stage->file(name));
        QTRY_VERIFY_WITH_TIMEOUT(!message->isVisible(), limitMs);
    }

    // Named with its place, and never read as a whole before it is known to be small.
    void aBadScenarioFileIsToldUntilAnotherOneIsOpened()
    {
        m_stage->openSample();
        const auto write = [this](const char* name, const QByteArray& content) {
            QFile file(m_stage->file(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        };
        write("broken.json", "{\"seed\": 1, }");
        write("huge.json", QByteArray(3 << 20, ' '));
        write("right.json", "{\"seed\": 77}");
        const auto open = [this](const char* name) {
            m_stage->trigger(QStringLiteral("Open scenario…"));
            m_stage->answerDialog(m_stage->file(QString::fromLatin1(name)));
        };
        auto* message = m_stage->find<QFrame>("message");
        open("broken.json");
        QVERIFY2(message->accessibleName().contains(QStringLiteral("broken.json: byte 1")),
            qPrintable(message->accessibleName()));
        open("huge.json");
        QVERIFY(message->accessibleName().endsWith(
            QStringLiteral("huge.json: is too large; the limit is 1 MiB")));
        QVERIFY(message->isVisible());
        open("right.json");
        QVERIFY(!message->isVisible());
        QCOMPARE(m_stage->window().scenario().seed, 77U);
    }

    void aBadFileIsToldAndWhatWasOpenStays()
    {
        m_stage->openSample();
        const auto before = m_stage->session().session().capture();
        QFile bad(m_stage->file(QStringLiteral("picture.opus")));
        QVERIFY(bad.open(QIODevice::WriteOnly));
        bad.write(QByteArray::fromHex("ffd8ffe000104a464946") + QByteArray(5000, 'x'));
        bad.close();
        m_stage->drop(bad.fileName());
        auto* message = m_stage->find<QFrame>("message");
        QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), limitMs);
        QVERIFY2(message->accessibleName().contains(QStringLiteral("picture.opus")),
            qPrintable(message->accessibleName()));
        QVERIFY(!message->accessibleName().contains(QLatin1Char('\n')));
        QVERIFY(m_stage->session().session().capture() == before);
        QCOMPARE(m_stage->window().windowTitle(), QStringLiteral("speech.opus – JitterScope"));
        test::saveScreenshot(m_stage->window(), QStringLiteral("program-bad-file"));
    }

    void aDroppedFileIsOpened()
    {
        m_stage->openSample();
        m_stage->drop(QString::fromStdString(test::samplePath("music.opus")));
        QTRY_COMPARE_WITH_TIMEOUT(
            m_stage->window().windowTitle(), QStringLiteral("music.opus – JitterScope"), limitMs);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
    }

    void scenariosAreSavedAndOpened()
    {
        m_stage->openSample(lossy(0.05));
        const QString path = m_stage->file(QStringLiteral("mine.json"));
        m_stage->trigger(QStringLiteral("Save scenario…"));
        m_stage->answerDialog(path);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), limitMs);
        m_stage->trigger(QStringLiteral("Reset all values"));
        QCOMPARE(m_stage->window().scenario(), core::Scenario());
        m_stage->trigger(QStringLiteral("Open scenario…"));
        m_stage->answerDialog(path);
        QCOMPARE(m_stage->window().scenario(), lossy(0.05));
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate(), limitMs);
    }

    void picturesAreSavedAndStatisticsCopied()
    {
        m_stage->openSample(lossy(0.05));
        for (const char* ending : {"png", "svg", "pdf"}) {
            const QString path = m_stage->file(QStringLiteral("lanes.") + QString::fromLatin1(ending));
            m_stage->trigger(QStringLiteral("Save picture…"));
            m_stage->answerDialog(path);
            QTRY_VERIFY2_WITH_TIMEOUT(QFileInfo(path).size() > 1000, ending, limitMs);
        }
        m_stage->key(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Packets sent\t3,101\n")));
        m_stage->trigger(QStringLiteral("Copy picture"));
        const QSize lanes = m_stage->window().findChild<ui::TimelineView*>()->size();
        QTRY_COMPARE_WITH_TIMEOUT(QGuiApplication::clipboard()->image().size(), lanes * 2, limitMs);
        const QByteArray png = QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("image/png"));
        QVERIFY(QImage::fromData(png) == QGuiApplication::clipboard()->image());
    }
};

int main(int argc, char** argv) { return test::runWindowTests<TestWindowFiles>(argc, argv); }
#include "tst_windowfiles.moc"
