#include "tests/ui/windowfixture.h"
#include "ui/format.h"
#include "ui/parametertext.h"
#include "ui/valueslider.h"

#include <QDir>
#include <QTranslator>
#include <cmath>

using namespace ui;

class TestParameterText : public QObject {
    Q_OBJECT
private slots:
    void everyParameterHasWords()
    {
        for (const core::Parameter& parameter : core::parameters()) {
            const ParameterText& text = parameterText(parameter.path);
            QCOMPARE(text.path, parameter.path);
            QVERIFY(QString::fromUtf8(text.definition).size() > 20);
        }
    }

    void valuesAreShownWithTheirUnit_data()
    {
        QTest::addColumn<Unit>("unit");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole ms") << Unit::Duration << 80.0 << QStringLiteral("80 ms");
        QTest::newRow("2.5 ms") << Unit::Duration << 2.5 << QStringLiteral("2.5 ms");
        QTest::newRow("1 us") << Unit::Duration << 0.001 << QStringLiteral("0.001 ms");
        QTest::newRow("seconds") << Unit::Duration << 1250.0 << QStringLiteral("1.25 s");
        QTest::newRow("minutes") << Unit::Duration << 120000.0 << QStringLiteral("2 min");
        QTest::newRow("no round minute") << Unit::Duration << 100000.0 << QStringLiteral("100 s");
        QTest::newRow("percent") << Unit::Share << 0.031 << QStringLiteral("3.1 %");
        QTest::newRow("packets") << Unit::Packets << 2.4 << QStringLiteral("2.4 pkt");
        QTest::newRow("drift") << Unit::PartsPerMillion << -40.0 << QStringLiteral("-40 ppm");
    }

    void valuesAreShownWithTheirUnit()
    {
        QFETCH(const Unit, unit);
        QFETCH(const double, value);
        QFETCH(const QString, text);
        QCOMPARE(valueText(unit, value), text);
        const std::optional<double> parsed = parsedValue(unit, text);
        QVERIFY(parsed.has_value());
        QVERIFY(std::abs(*parsed - value) < 1e-9);
    }

    void whatIsShownIsReadInEveryLanguage_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(":/translations"));
        const QStringList files = folder.entryList({QStringLiteral("jitterscope_*.qm")});
        QVERIFY(files.size() >= 2);
        for (const QString& file : files)
            QTest::newRow(qPrintable(file)) << folder.filePath(file);
    }

    void whatIsShownIsReadInEveryLanguage()
    {
        QFETCH(const QString, path);
        QTranslator translator;
        QVERIFY(translator.load(path));
        QCoreApplication::installTranslator(&translator);
        const QLocale before;
        QLocale::setDefault(QLocale(translator.language()));
        for (const Unit unit :
            {Unit::Duration, Unit::Share, Unit::Packets, Unit::PartsPerMillion, Unit::Count}) {
            for (const double value : {0.0, 0.25, 3.0, 80.0, 1250.0, 120000.0}) {
                if (unit == Unit::Count && value != std::floor(value))
                    continue;
                const QString text = valueText(unit, value);
                const std::optional<double> parsed = parsedValue(unit, text);
                QVERIFY2(parsed && std::abs(*parsed - value) < 1e-9, qPrintable(text));
            }
        }
        QLocale::setDefault(before);
    }

    void bareNumbersAndOtherUnitsAreRead()
    {
        QCOMPARE(parsedValue(Unit::Duration, QStringLiteral("40")), std::optional(40.0));
        QCOMPARE(parsedValue(Unit::Duration, QStringLiteral(" 2min ")), std::optional(120000.0));
        QCOMPARE(parsedValue(Unit::Duration, QStringLiteral("1,500 ms")), std::optional(1500.0));
        QCOMPARE(parsedValue(Unit::Share, QStringLiteral("5")), std::optional(0.05));
        QCOMPARE(parsedValue(Unit::Packets, QStringLiteral("3 pkt")), std::optional(3.0));
    }

    void nonsenseIsNotRead()
    {
        for (const char* text : {"", "abc", "5 %", "1 2 x", "--3", "1e400 ms", "nan", "3 hours"})
            QVERIFY2(!parsedValue(Unit::Duration, QString::fromLatin1(text)), text);
        QVERIFY(!parsedValue(Unit::Share, QStringLiteral("5 ms")));
    }

    void clockCountsHoursAndBelowZero()
    {
        QCOMPARE(clockText(core::ReceiverTime(12340000)), QStringLiteral("00:12.340"));
        QCOMPARE(clockText(core::ReceiverTime(3600000000)), QStringLiteral("1:00:00.000"));
        QCOMPARE(clockText(core::ReceiverTime(-500000)), QStringLiteral("−00:00.500"));
        QCOMPARE(clockText(core::MediaTime(48000)), QStringLiteral("00:01.000"));
    }

    void sliderReachesBothEndsAndKeepsRoundValues()
    {
        ValueSlider slider(Scale::Quartic, 0, 10000);
        slider.setValue(0);
        QCOMPARE(slider.value(), 0.0);
        slider.setValue(10000);
        QCOMPARE(slider.value(), 10000.0);
        slider.setValue(80);
        QCOMPARE(slider.value(), 80.0);
        ValueSlider drift(Scale::SignedCubic, -1000, 1000);
        drift.setValue(0);
        QCOMPARE(drift.value(), 0.0);
    }

    void aStepChangesTheSecondDigit()
    {
        QCOMPARE(stepped(80, 1, Unit::Duration, false), 81.0);
        QCOMPARE(stepped(120, -1, Unit::Duration, false), 110.0);
        QCOMPARE(stepped(100, -1, Unit::Duration, false), 99.0);
        QCOMPARE(stepped(0, 1, Unit::Duration, false), 0.5);
        QCOMPARE(stepped(3, 1, Unit::Packets, true), 4.0);
        QCOMPARE(stepped(0, -1, Unit::PartsPerMillion, false), -0.1);
    }

    void unusedValuesHaveAReason()
    {
        core::Scenario scenario;
        QVERIFY(!reasonUnused("network.loss.burst", scenario).isEmpty());
        scenario.network.loss.model = core::LossModel::GilbertElliott;
        QVERIFY(reasonUnused("network.loss.burst", scenario).isEmpty());
        QVERIFY(reasonUnused("buffer.loss_step_ms", scenario).isEmpty());
        scenario.buffer.strategy = core::Strategy::Fixed;
        QVERIFY(!reasonUnused("buffer.loss_step_ms", scenario).isEmpty());
    }
};

WINDOW_TEST_MAIN(TestParameterText)
#include "tst_parametertext.moc"
