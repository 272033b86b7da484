#include "tests/ui/windowfixture.h"
#include "ui/statusline.h"

#include <QLabel>

using namespace ui;

namespace {

std::shared_ptr<const core::Capture> captureNamed(const std::string& name)
{
    core::Capture::Parts parts;
    parts.name = name;
    core::PacketRecord record;
    record.bytes = 60;
    record.durationSamples = 960;
    parts.packets.push_back(record);
    parts.payload.resize(60);
    parts.end = core::MediaTime(960);
    return std::make_shared<core::Capture>(std::move(parts));
}

} // namespace

class TestStatusLine : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        test::failOnWarnings();
        m_line.resize(1400, 24);
        m_line.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_line));
    }

    void showsNamesAsTheyAreWritten()
    {
        m_line.showCapture(*captureNamed("a & <b>b</b>.opus"));
        QVERIFY(label().text().startsWith(QStringLiteral("a & <b>b</b>.opus · Opus 48 kHz mono")));
        QVERIFY(label().toolTip().contains(QStringLiteral("a &amp; &lt;b&gt;b&lt;/b&gt;.opus")));
        for (const QLabel* each : m_line.findChildren<QLabel*>())
            QCOMPARE(each->textFormat(), Qt::PlainText);
    }

    void shortensALongNameAndKeepsWhatIsBehindIt()
    {
        m_line.showCapture(*captureNamed(std::string(200, 'a') + "-end.opus"));
        QTRY_VERIFY(label().text().contains(QStringLiteral("…")));
        QVERIFY(label().text().contains(QStringLiteral("-end.opus · Opus 48 kHz mono")));
        QVERIFY(label().text().endsWith(QStringLiteral("1 packet, 00:00.020")));
        QVERIFY(label().fontMetrics().horizontalAdvance(label().text()) <= label().width());
        // What is cut off is there to be pointed at, and comes back with more room.
        QVERIFY(label().toolTip().contains(QString(200, QLatin1Char('a'))));
        m_line.resize(3000, 24);
        QTRY_VERIFY(label().text().startsWith(QString(200, QLatin1Char('a'))));
    }

private:
    const QLabel& label() const { return *m_line.findChildren<QLabel*>().first(); }

    StatusLine m_line;
};

WINDOW_TEST_MAIN(TestStatusLine)
#include "tst_statusline.moc"
