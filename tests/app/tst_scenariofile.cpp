#include "app/presets.h"
#include "app/scenariofile.h"

#include <QJsonDocument>
#include <QTest>
#include <QTranslator>

using namespace app;

namespace {

QString problemWith(const QByteArray& json)
{
    const auto scenario = readScenario(json);
    return scenario ? QString() : scenario.error().text;
}

} // namespace

class TestScenarioFile : public QObject {
    Q_OBJECT
private slots:
    void defaultScenarioIsWrittenComplete()
    {
        // In the shape of the documented scenario file, keys sorted.
        const QByteArray expected = R"({
    "buffer": {
        "epsilon_ms": 2,
        "loss_step_ms": 20,
        "loss_threshold_ms": 200,
        "max_duration_ms": 120000,
        "max_loss_ms": 5000,
        "playout_delay_ms": 60,
        "strategy": "realtime"
    },
    "concealment": {
        "mode": "fec"
    },
    "network": {
        "delay_ms": 0,
        "drift_ppm": 0,
        "duplicate": {
            "rate": 0
        },
        "jitter": {
            "correlation": 0,
            "keep_order": false,
            "model": "normal",
            "spread_ms": 0
        },
        "loss": {
            "burst": 1,
            "model": "random",
            "rate": 0
        },
        "reorder": {
            "correlation": 0,
            "gap": 1,
            "rate": 0
        }
    },
    "seed": 1
}
)";
        QCOMPARE(written(core::Scenario()), expected);
    }

    void emptyObjectIsTheDefault() { QVERIFY(readScenario(QByteArray("{}")).value() == core::Scenario()); }

    void whatIsWrittenIsRead()
    {
        core::Scenario scenario;
        scenario.seed = 18446744073709551615U;
        scenario.network.delay = core::ReceiverSpan(11302);
        scenario.network.jitter = {core::JitterModel::Gamma, core::ReceiverSpan(1), 0.123456789, true};
        scenario.network.loss = {core::LossModel::GilbertElliott, 0.1, 2.4};
        scenario.network.reorder = {0.3, 0.5, 7};
        scenario.network.duplicateRate = 0.002;
        scenario.network.driftPpm = -12.5;
        scenario.buffer.strategy = core::Strategy::Buffer;
        scenario.buffer.maxDuration = core::ReceiverSpan(599999999);
        scenario.concealment = core::Concealment::Silence;
        QVERIFY(readScenario(written(scenario)).value() == scenario);
        QVERIFY(written(scenario).contains("\"delay_ms\": 11.302,"));
    }

    void seedsSurviveUpTo64Bits_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<quint64>("seed");
        QTest::newRow("zero") << QByteArray("0") << quint64(0);
        QTest::newRow("largest exact number") << QByteArray("9007199254740992") << (quint64(1) << 53);
        QTest::newRow("string") << QByteArray("\"12\"") << quint64(12);
        QTest::newRow("largest") << QByteArray("\"18446744073709551615\"") << ~quint64(0);
    }
    void seedsSurviveUpTo64Bits()
    {
        QFETCH(QByteArray, json);
        QFETCH(quint64, seed);
        const core::Scenario scenario = readScenario("{\"seed\": " + json + "}").value();
        QCOMPARE(quint64(scenario.seed), seed);
        QVERIFY(readScenario(written(scenario)).value() == scenario);
    }

    void everyMistakeNamesItsKey_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("text");
        const auto row = [](const char* name, const char* json, const char* text) {
            QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(text);
        };
        row("no JSON", "{\"seed\": ", "is not JSON: unterminated object");
        row("array", "[]", "has to be one JSON object, {…}");
        row("number", "42", "has to be one JSON object, {…}");
        row("nothing but blanks", " \n", "has to be one JSON object, {…}");
        row("two objects", "{}, {}", "has to be one JSON object, {…}");
        row("unknown key", R"({"network": {"los": {}}})", "unknown key \"network.los\"");
        row("unknown key at the top", R"({"sed": 1})", "unknown key \"sed\"");
        row("path in place of a key", R"({"network.loss.rate": 0.1})", "unknown key \"network.loss.rate\"");
        row("path in place of a key inside", R"({"network": {"loss.rate": 0.1}})",
            "unknown key \"network.loss.rate\"");
        row("unknown key deep down", R"({"network": {"loss": {"rat": 0}}})",
            "unknown key \"network.loss.rat\"");
        row("number in place of an object", R"({"network": 5})", "network: has to be an object");
        row("null", R"({"network": null})", "network: has to be an object");
        row("string in place of a number", R"({"network": {"delay_ms": "40"}})",
            "network.delay_ms: has to be a number");
        row("object in place of a number", R"({"network": {"delay_ms": {}}})",
            "network.delay_ms: has to be a number");
        row("number in place of a name", R"({"buffer": {"strategy": 1}})",
            "buffer.strategy: has to be a string");
        row("number in place of a truth value", R"({"network": {"jitter": {"keep_order": 1}}})",
            "network.jitter.keep_order: has to be true or false");
        row("too large", R"({"network": {"loss": {"rate": 1.5}}})",
            "network.loss.rate: 1.5 is outside the range 0 … 1");
        row("too small", R"({"buffer": {"loss_step_ms": 0}})",
            "buffer.loss_step_ms: 0 is outside the range 1 … 10000");
        row("fraction of a packet", R"({"network": {"reorder": {"gap": 1.5}}})",
            "network.reorder.gap: has to be a whole number");
        row("model that is not built", R"({"network": {"jitter": {"model": "pareto"}}})",
            "network.jitter.model: there is no \"pareto\"; possible are none, uniform, normal, gamma");
        row("loss model that is not built", R"({"network": {"loss": {"model": "four-state"}}})",
            "network.loss.model: there is no \"four-state\"; possible are none, random, gilbert-elliott");
        row("negative seed", R"({"seed": -1})", "seed: has to be a whole number, 0 … 18446744073709551615");
        row("seed with a fraction", R"({"seed": 1.5})",
            "seed: has to be a whole number, 0 … 18446744073709551615");
        row("seed of letters", R"({"seed": "abc"})",
            "seed: has to be a whole number, 0 … 18446744073709551615");
        row("seed no number can hold", R"({"seed": 18446744073709551615})",
            "seed: numbers above 9007199254740992 have to be written as strings, to be exact");
        row("impossible burst", R"({"network": {"loss": {"model": "gilbert-elliott", "rate": 0.8}}})",
            "network.loss.burst: is outside the range 4 … 1000");
    }
    void everyMistakeNamesItsKey()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, text);
        QCOMPARE(problemWith(json), text);
    }

    void brokenJsonTellsItsPlace()
    {
        // Qt counts the character that breaks it as read.
        QCOMPARE(*readScenario(QByteArray("{\"seed\": }")).error().byteOffset, quint64(10));
    }

    void singleValuesAreSetFromText()
    {
        core::Scenario scenario;
        QVERIFY(setValue(scenario, QStringLiteral("network.loss.rate"), QStringLiteral("0.05")).has_value());
        QVERIFY(setValue(scenario, QStringLiteral("network.delay_ms"), QStringLiteral("1e1")).has_value());
        QVERIFY(setValue(scenario, QStringLiteral("network.jitter.keep_order"), QStringLiteral("true"))
                    .has_value());
        QVERIFY(setValue(scenario, QStringLiteral("buffer.strategy"), QStringLiteral("fixed")).has_value());
        QVERIFY(
            setValue(scenario, QStringLiteral("seed"), QStringLiteral("18446744073709551615")).has_value());
        QCOMPARE(scenario.network.loss.rate, 0.05);
        QCOMPARE(scenario.network.delay.ticks(), 10000);
        QVERIFY(scenario.network.jitter.keepOrder);
        QVERIFY(scenario.buffer.strategy == core::Strategy::Fixed);
        QCOMPARE(quint64(scenario.seed), ~quint64(0));
        for (const char* text : {"", "abc", "nan", "inf", "-1", "0.05x"})
            QVERIFY(!setValue(scenario, QStringLiteral("network.loss.rate"), QString::fromLatin1(text))
                         .has_value());
        QVERIFY(!setValue(scenario, QStringLiteral("network"), QStringLiteral("1")).has_value());
    }

    void presetsHaveNamesInTheLanguageSpokenNow()
    {
        struct Foreign : QTranslator {
            [[nodiscard]] bool isEmpty() const override { return false; }
            [[nodiscard]] QString translate(const char*, const char* text, const char*, int) const override
            {
                return QStringLiteral("~") % QString::fromUtf8(text);
            }
        } foreign;
        QCOMPARE(findPreset(QStringLiteral("busy-wifi"))->name, QStringLiteral("Busy Wi-Fi"));
        QCoreApplication::installTranslator(&foreign);
        QCOMPARE(findPreset(QStringLiteral("busy-wifi"))->name, QStringLiteral("~Busy Wi-Fi"));
        QCoreApplication::removeTranslator(&foreign);
    }

    void everyPresetIsAValidScenario()
    {
        QCOMPARE(presets().size(), 8);
        for (const Preset& preset : presets()) {
            QVERIFY(!preset.name.isEmpty());
            QVERIFY(core::validated(preset.scenario).has_value());
            QVERIFY(!(preset.scenario == core::Scenario()));
            QCOMPARE(findPreset(preset.key)->name, preset.name);
            QCOMPARE(findPreset(preset.name)->key, preset.key);
        }
        QVERIFY(!findPreset(QStringLiteral("nothing")));
    }
};

QTEST_GUILESS_MAIN(TestScenarioFile)
#include "tst_scenariofile.moc"
