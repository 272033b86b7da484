#include "tests/ui/timelinestage.h"
#include "tests/ui/windowfixture.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>
#include <QTest>

using namespace test;
using namespace ui;

// The timeline recorded to be saved and copied.
class TimelinePicturesTest : public QObject, public TimelineStage {
    Q_OBJECT

private slots:
    static void initTestCase() { prepare(); }
    void init() { open(); }
    void cleanup() { close(); }
    void picturesAreSaved();
    void aPictureShowsWhatTheViewShows();
    void aPictureStaysAsItWasWhenItWasAskedFor();
};

void TimelinePicturesTest::picturesAreSaved()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(9600), milliseconds(14400)});
    picture(QStringLiteral("save-before"));
    for (const char* ending : {"png", "pdf", "svg"}) {
        QFile file(screenshotPath(QStringLiteral("saved.%1").arg(QLatin1String(ending))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray content = pictureFile(pictureKindOf(file.fileName()).value(), recorded(*m_view));
        QVERIFY(content.size() > 4000);
        QCOMPARE(file.write(content), content.size());
    }
}

void TimelinePicturesTest::aPictureShowsWhatTheViewShows()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(19600), milliseconds(24400)});
    const QImage elsewhere = picture(QStringLiteral("recorded-elsewhere"));
    m_view->setVisibleRange({milliseconds(9600), milliseconds(14400)});
    m_view->setSelection(TimeRange{milliseconds(10000), milliseconds(10500)});
    m_view->setPlayhead(milliseconds(12000));
    const QImage seen = picture(QStringLiteral("recorded-view"));
    const PlotRecording recording = recorded(*m_view);

    const QImage pixels = imageOf(recording);
    QCOMPARE(pixels.size(), m_view->size() * 2);
    QVERIFY(pixels.save(screenshotPath(QStringLiteral("recorded-picture.png"))));
    QImage lines(m_view->size() * 2, QImage::Format_RGB32);
    QPainter painter(&lines);
    QSvgRenderer(pictureFile(PictureKind::Svg, recording)).render(&painter);
    painter.end();
    QVERIFY(lines.save(screenshotPath(QStringLiteral("recorded-lines.png"))));
    QVERIFY(shareOfOthers(seen, elsewhere) > 0.05);
    QVERIFY2(shareOfOthers(seen, pixels) < 0.01, qPrintable(QString::number(shareOfOthers(seen, pixels))));
    QVERIFY2(shareOfOthers(seen, lines) < 0.01, qPrintable(QString::number(shareOfOthers(seen, lines))));
}

void TimelinePicturesTest::aPictureStaysAsItWasWhenItWasAskedFor()
{
    show(analysisOf(3000, core::Strategy::Fixed));
    m_view->setVisibleRange({milliseconds(9600), milliseconds(14400)});
    waitForFrame();
    const QImage before = imageOf(recorded(*m_view));
    QImage meanwhile;
    m_view->record([&meanwhile](const PlotRecording& plot) { meanwhile = imageOf(plot); });
    m_view->setVisibleRange({milliseconds(0), milliseconds(60000)});
    m_view->setArrivalView(ArrivalView::Staircase);
    m_view->setPlayhead(milliseconds(30000));
    waitForFrame();
    QTRY_VERIFY(!meanwhile.isNull());
    QVERIFY(meanwhile == before);
    QVERIFY(imageOf(recorded(*m_view)) != before);
}

WINDOW_TEST_MAIN(TimelinePicturesTest)
#include "tst_timelinepictures.moc"
