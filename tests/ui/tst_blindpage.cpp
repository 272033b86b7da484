#include "tests/ui/windowfixture.h"
#include "ui/blindpage.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace ui;

namespace {

QString score(const BlindPage& page) { return page.findChild<QLabel*>(QStringLiteral("blindScore"))->text(); }

QString chosen(const BlindPage& page, const char* side)
{
    return page.findChild<QComboBox*>(QString::fromLatin1(side))->currentText();
}

KeptScenarios kept(std::initializer_list<Slot> filled, Slot onView)
{
    KeptScenarios result;
    result.all = {};
    for (const Slot slot : filled) {
        result.at(slot) = core::Scenario();
        result.at(slot)->network.loss.rate = 0.01 * (1 + static_cast<int>(slot));
    }
    result.onView = onView;
    return result;
}

BlindState ready(int right, int trials, double chance)
{
    BlindState state;
    state.isReady = true;
    state.trials = trials;
    state.right = right;
    state.chance = chance;
    return state;
}

} // namespace

class BlindPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<BlindPage> m_page;

private slots:
    void init()
    {
        test::failOnWarnings();
        m_page = std::make_unique<BlindPage>();
        m_page->resize(1440, 800);
        m_page->show();
        m_page->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    }

    void offersTwoScenariosOrTheOriginal_data()
    {
        QTest::addColumn<KeptScenarios>("kept");
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::newRow("one") << kept({Slot::A}, Slot::A) << QStringLiteral("Original")
                             << QStringLiteral("Scenario A");
        QTest::newRow("two") << kept({Slot::A, Slot::B}, Slot::A) << QStringLiteral("Scenario A")
                             << QStringLiteral("Scenario B");
        QTest::newRow("the second on view") << kept({Slot::A, Slot::B}, Slot::B)
                                            << QStringLiteral("Scenario A") << QStringLiteral("Scenario B");
        QTest::newRow("three") << kept({Slot::A, Slot::B, Slot::D}, Slot::D) << QStringLiteral("Scenario A")
                               << QStringLiteral("Scenario D");
        QTest::newRow("without A") << kept({Slot::C, Slot::D}, Slot::C) << QStringLiteral("Scenario C")
                                   << QStringLiteral("Scenario D");
    }
    void offersTwoScenariosOrTheOriginal()
    {
        QFETCH(const KeptScenarios, kept);
        QFETCH(const QString, a);
        QFETCH(const QString, b);
        QSignalSpy pair(m_page.get(), &BlindPage::pairChosen);
        m_page->begin(kept, QStringLiteral("here"));
        QCOMPARE(chosen(*m_page, "blindA"), a);
        QCOMPARE(chosen(*m_page, "blindB"), b);
        QCOMPARE(pair.count(), 1);
    }

    void anotherPairIsANewTest()
    {
        m_page->begin(kept({Slot::A, Slot::B}, Slot::A), QStringLiteral("here"));
        m_page->showState(ready(2, 3, 0.5));
        QSignalSpy pair(m_page.get(), &BlindPage::pairChosen);
        auto* box = m_page->findChild<QComboBox*>(QStringLiteral("blindA"));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(pair.count(), 1);
        QCOMPARE(pair[0][0].value<BlindSource>().name, QStringLiteral("Original"));
        QVERIFY(!pair[0][0].value<BlindSource>().scenario);
        QCOMPARE(score(*m_page), QStringLiteral("No trial answered yet"));
    }

    void tellsThatTwoSidesAreTheSame()
    {
        KeptScenarios alike = kept({Slot::A, Slot::B}, Slot::A);
        alike.at(Slot::B) = alike.at(Slot::A);
        m_page->begin(alike, QStringLiteral("here"));
        const auto* warning = m_page->findChild<QLabel*>(QStringLiteral("warning"));
        QVERIFY(
            warning->isVisible() && warning->text().contains(QStringLiteral("Scenario A and Scenario B")));
        test::saveScreenshot(*m_page, QStringLiteral("blind-same"));
        auto* box = m_page->findChild<QComboBox*>(QStringLiteral("blindA"));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Up); // the original
        QVERIFY(!warning->isVisible());
        m_page->findChild<QComboBox*>(QStringLiteral("blindB"))->setFocus();
        for (int i = 0; i < 2; ++i)
            QTest::keyClick(m_page->findChild<QComboBox*>(QStringLiteral("blindB")), Qt::Key_Up);
        QVERIFY(warning->isVisible() && warning->text().startsWith(QStringLiteral("A and B are the same")));
    }

    void keysHearAndAnswer()
    {
        m_page->begin(kept({Slot::A, Slot::B}, Slot::A), QStringLiteral("here"));
        QSignalSpy hear(m_page.get(), &BlindPage::hearRequested);
        QSignalSpy answer(m_page.get(), &BlindPage::answered);
        QTest::keyClick(m_page.get(), Qt::Key_X); // nothing can be heard yet
        QTest::keyClick(m_page.get(), Qt::Key_1);
        QCOMPARE(hear.count() + answer.count(), 0);
        m_page->showState(ready(0, 0, 1));
        for (const Qt::Key key : {Qt::Key_A, Qt::Key_X, Qt::Key_B})
            QTest::keyClick(m_page.get(), key);
        QCOMPARE(hear.count(), 3);
        QCOMPARE(hear[0][0].value<BlindSound>(), BlindSound::A);
        QCOMPARE(hear[1][0].value<BlindSound>(), BlindSound::X);
        QCOMPARE(hear[2][0].value<BlindSound>(), BlindSound::B);
        QTest::keyClick(m_page.get(), Qt::Key_1);
        QTest::keyClick(m_page.get(), Qt::Key_2);
        QCOMPARE(answer.count(), 2);
        QCOMPARE(answer[0][0].value<BlindSound>(), BlindSound::A);
        QCOMPARE(answer[1][0].value<BlindSound>(), BlindSound::B);
        QSignalSpy end(m_page.get(), &BlindPage::endRequested);
        QTest::keyClick(m_page.get(), Qt::Key_Escape);
        QCOMPARE(end.count(), 1);
    }

    void theMouseDoesTheSame()
    {
        m_page->begin(kept({Slot::A, Slot::B}, Slot::A), QStringLiteral("here"));
        m_page->showState(ready(0, 0, 1));
        QSignalSpy hear(m_page.get(), &BlindPage::hearRequested);
        for (QToolButton* button : m_page->findChildren<QToolButton*>())
            QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(hear.count(), 3);
        // What is heard is what was told last, not what was clicked.
        for (const QToolButton* button : m_page->findChildren<QToolButton*>())
            QCOMPARE(button->isChecked(), button->accessibleName() == QStringLiteral("Hear A"));
    }

    void showsTheScore()
    {
        m_page->begin(kept({Slot::A, Slot::B}, Slot::A), QStringLiteral("here"));
        m_page->showState(ready(9, 12, 0.072998));
        QCOMPARE(score(*m_page), QStringLiteral("9 of 12 right, p = 0.0730"));
        m_page->showState(ready(20, 20, 1e-6));
        QCOMPARE(score(*m_page), QStringLiteral("20 of 20 right, p < 0.0001"));
        test::saveScreenshot(*m_page, QStringLiteral("blind-page"));
    }

    void theResultIsCopied()
    {
        m_page->begin(
            kept({Slot::A, Slot::B}, Slot::A), QStringLiteral("speech.opus, 00:04.031 to 00:05.051"));
        m_page->showState(ready(9, 12, 0.072998));
        QTest::keyClick(m_page.get(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(),
            QStringLiteral("Blind test (ABX): 9 of 12 right, p = 0.0730\n"
                           "speech.opus, 00:04.031 to 00:05.051\n"
                           "A: Scenario A\n"
                           "B: Scenario B\n"
                           "From A to B: Loss rate 1 % → 2 %\n"
                           "p: chance of at least as many right by guessing (binomial, one-sided)\n"));
    }
};

WINDOW_TEST_MAIN(BlindPageTest)
#include "tst_blindpage.moc"
