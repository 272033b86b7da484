#include "app/filename.h"

#include <QTest>

using namespace app;

class TestFileName : public QObject {
    Q_OBJECT
private slots:
    void everyNameSurvivesTheWayThereAndBack_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("plain") << QByteArray("call.opus");
        QTest::newRow("UTF-8") << QByteArray("Grüße 漢 🎧.opus");
        QTest::newRow("Latin-1") << QByteArray("Gr\xfc\xdf"
                                               "e.opus");
        QTest::newRow("both") << QByteArray("ü\xfc🎧\xff");
        QTest::newRow("cut character") << QByteArray("a\xf0\x9f\x8e");
        QTest::newRow("surrogate in UTF-8") << QByteArray("\xed\xb3\xbf");
        QTest::newRow("empty") << QByteArray();
    }
    void everyNameSurvivesTheWayThereAndBack()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(QByteArray::fromStdString(pathFrom(nameFrom(bytes)).string()), bytes);
    }

    void textOfUtf8IsItself() { QCOMPARE(nameFrom("Grüße"), QStringLiteral("Grüße")); }
};

QTEST_APPLESS_MAIN(TestFileName)
#include "tst_filename.moc"
