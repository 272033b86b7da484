#include "ui/pacedrepaint.h"

#include <QTest>
#include <QWidget>
#include <chrono>

using ui::PacedRepaint;

namespace {

class CountedWidget : public QWidget {
public:
    int paints = 0;

protected:
    void paintEvent(QPaintEvent* /*event*/) override { ++paints; }
};

} // namespace

class TestPacedRepaint : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_widget = std::make_unique<CountedWidget>();
        m_widget->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_widget.get()));
        QTRY_VERIFY(m_widget->paints > 0);
    }

    void aFirstChangeIsPaintedAtOnce()
    {
        PacedRepaint pace({m_widget.get()}, nullptr, std::chrono::hours(1));
        QVERIFY(changeIsPainted(pace));
    }

    void theNextOneWithinThePeriodIsNot()
    {
        PacedRepaint pace({m_widget.get()}, nullptr, std::chrono::hours(1));
        QVERIFY(changeIsPainted(pace));
        QVERIFY(!changeIsPainted(pace));
        QVERIFY(!changeIsPainted(pace));
    }

    void whatWasHeldIsPaintedInTheEnd()
    {
        PacedRepaint pace({m_widget.get()}, nullptr, std::chrono::milliseconds(300));
        while (changeIsPainted(pace)) { }
        const int before = m_widget->paints;
        QTRY_VERIFY(m_widget->paints > before);
    }

private:
    bool changeIsPainted(PacedRepaint& pace)
    {
        const int before = m_widget->paints;
        pace.change();
        m_widget->update();
        QCoreApplication::processEvents();
        return m_widget->paints > before;
    }

    std::unique_ptr<CountedWidget> m_widget;
};

QTEST_MAIN(TestPacedRepaint)
#include "tst_pacedrepaint.moc"
