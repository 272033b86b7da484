#include "app/presets.h"
#include "app/translation.h"
#include "tests/app/clippedtexts.h"
#include "tests/app/timelinehand.h"
#include "tests/app/windowstage.h"
#include "tests/ui/windowfixture.h"
#include "ui/lanecolours.h"

#include <QScreen>

using namespace test;

namespace {

constexpr int fineness = 2; // pixels of the screen a unit of the window

// How often pixels of this colour begin or end inside a unit.
int countFineEdges(const QImage& image, const QRect& area, const QColor& colour)
{
    int edges = 0;
    for (int y = area.top() * fineness; y <= area.bottom() * fineness; ++y) {
        for (int x = area.left(); x <= area.right(); ++x) {
            const bool isLeft = image.pixelColor(x * fineness, y).rgb() == colour.rgb();
            const bool isRight = image.pixelColor(x * fineness + 1, y).rgb() == colour.rgb();
            edges += isLeft != isRight ? 1 : 0;
        }
    }
    return edges;
}

} // namespace

// The whole program on a screen with twice as many pixels.
class TestWindowHighDpi : public QObject {
    Q_OBJECT

    std::unique_ptr<WindowStage> m_stage;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_stage = std::make_unique<WindowStage>();
    }
    void cleanup() { m_stage.reset(); }

    void nothingIsClipped_data()
    {
        QTest::addColumn<ui::ThemeChoice>("theme");
        QTest::addColumn<ui::Language>("language");
        QTest::newRow("dark") << ui::ThemeChoice::Dark << ui::Language::English;
        QTest::newRow("light-german") << ui::ThemeChoice::Light << ui::Language::German;
    }

    void nothingIsClipped()
    {
        QFETCH(const ui::ThemeChoice, theme);
        QFETCH(const ui::Language, language);
        const app::Translation translation(language);
        showSample();
        QCOMPARE(m_stage->window().devicePixelRatioF(), qreal{fineness});
        m_stage->window().setTheme(theme);
        m_stage->key(Qt::Key_N);
        QCoreApplication::processEvents();
        save(QStringLiteral("highdpi-") + QString::fromLatin1(QTest::currentDataTag()));
        const QString clipped = clippedTexts(m_stage->window());
        QVERIFY2(clipped.isEmpty(), qPrintable(clipped));
        const QSize screen = m_stage->window().screen()->size();
        QCOMPARE(m_stage->window().size().boundedTo(screen), m_stage->window().size());
    }

    void lanesAreAsFineAsTheScreen()
    {
        const app::Translation translation(ui::Language::English);
        showSample();
        m_stage->window().setTheme(ui::ThemeChoice::Dark);
        auto& timeline = *m_stage->window().findChild<ui::TimelineView*>();
        const TimelineHand hand(timeline);
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isDrawn(), limitMs);
        QCOMPARE(timeline.grab().toImage().size(), timeline.size() * fineness);
        const ui::LaneColours colours = ui::LaneColours::current();
        const auto edges = [&](TimelineHand::Row row, const QColor& colour) {
            return countFineEdges(timeline.grab().toImage(), hand.area(row), colour);
        };
        // Columns of the waveform and of the delays are one pixel wide.
        QTRY_VERIFY_WITH_TIMEOUT(edges(TimelineHand::Output, colours.wave) > 100, limitMs);
        QVERIFY(edges(TimelineHand::Arrivals, colours.played) > 100);
        save(QStringLiteral("highdpi-lanes"));
    }

private:
    void save(const QString& name) { test::saveScreenshot(m_stage->window(), name); }

    void showSample()
    {
        m_stage->start({});
        QTRY_VERIFY_WITH_TIMEOUT(m_stage->isUpToDate() && m_stage->hasWaveforms(), limitMs);
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_SCALE_FACTOR", QByteArray::number(fineness));
    return test::runWindowTests<TestWindowHighDpi>(argc, argv);
}
#include "tst_windowhighdpi.moc"
