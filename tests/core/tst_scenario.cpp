#include "core/analysis/scenario.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <set>

using namespace core;

class TestScenario : public QObject {
    Q_OBJECT
private slots:
    void defaultsAreThoseOfTheDesign()
    {
        const Scenario scenario;
        QVERIFY(validated(scenario).has_value());
        const auto valueOf = [&](const char* path) { return findParameter(path)->get(scenario); };
        QCOMPARE(scenario.seed, uint64_t(1));
        QCOMPARE(valueOf("network.delay_ms"), 0.0);
        QCOMPARE(valueOf("network.loss.burst"), 1.0);
        QCOMPARE(valueOf("network.reorder.gap"), 1.0);
        QCOMPARE(valueOf("buffer.playout_delay_ms"), 60.0);
        QCOMPARE(valueOf("buffer.max_duration_ms"), 120000.0);
        QCOMPARE(valueOf("buffer.epsilon_ms"), 2.0);
        QCOMPARE(valueOf("buffer.loss_step_ms"), 20.0);
        QCOMPARE(valueOf("buffer.loss_threshold_ms"), 200.0);
        QCOMPARE(valueOf("buffer.max_loss_ms"), 5000.0);
    }

    void everyParameterSetsItsOwnValueOnly()
    {
        std::set<std::string_view> paths;
        for (const Parameter& parameter : parameters()) {
            QVERIFY(paths.insert(parameter.path).second);
            Scenario scenario;
            parameter.set(scenario, parameter.maximum);
            QCOMPARE(parameter.get(scenario), parameter.maximum);
            for (const Parameter& other : parameters()) {
                if (other.path != parameter.path)
                    QCOMPARE(other.get(scenario), other.get(Scenario()));
            }
        }
        QCOMPARE(paths.size(), size_t(16));
    }

    void everyChoiceSetsItsOwnValueOnly()
    {
        for (const Choice& choice : choices()) {
            QCOMPARE(findChoice(choice.path), &choice);
            for (size_t value = 0; value < choice.count; ++value) {
                Scenario scenario;
                choice.set(scenario, value);
                QCOMPARE(choice.get(scenario), value);
                choice.set(scenario, choice.get(Scenario()));
                QVERIFY(scenario == Scenario());
            }
        }
        QCOMPARE(choices().size(), size_t(4));
        QVERIFY(findChoice("network.delay_ms") == nullptr);
    }

    void bothEndsOfEveryRangeAreValidAndBeyondIsNot()
    {
        for (const Parameter& parameter : parameters()) {
            const double step = parameter.isInteger ? 1 : 0.001;
            const auto isValid = [&](double value) {
                Scenario scenario;
                parameter.set(scenario, value);
                return validated(scenario).has_value();
            };
            QVERIFY(isValid(parameter.minimum));
            QVERIFY(isValid(parameter.maximum));
            QVERIFY(!isValid(parameter.minimum - step));
            QVERIFY(!isValid(parameter.maximum + step));
        }
    }

    void errorNamesKeyAndRange()
    {
        Scenario scenario;
        scenario.network.loss.rate = 1.5;
        QCOMPARE(validated(scenario).error(),
            (Error{ErrorCode::OutOfRange, "network.loss.rate: 0 … 1", std::nullopt}));
        scenario.network.loss.rate = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(validated(scenario).error().code, ErrorCode::OutOfRange);
        scenario = Scenario();
        scenario.buffer.maxLoss = receiverMilliseconds(600001);
        QCOMPARE(QString::fromStdString(validated(scenario).error().detail),
            QStringLiteral("buffer.max_loss_ms: 0 … 600000"));
    }

    void smallestBurstMayBeWrittenAsItIsMeant()
    {
        Scenario scenario;
        scenario.network.loss = {.model = LossModel::GilbertElliott, .rate = 0.9, .burst = 9};
        QVERIFY(validated(scenario).has_value());
        scenario.network.loss.burst = 8.999;
        QCOMPARE(validated(scenario).error().detail, std::string("network.loss.burst: 9 … 1000"));
    }

    void burstMustBePossibleAtTheLossRate()
    {
        Scenario scenario;
        scenario.network.loss = {LossModel::GilbertElliott, 0.8, 3.9};
        QCOMPARE(QString::fromStdString(validated(scenario).error().detail),
            QStringLiteral("network.loss.burst: 4 … 1000"));
        scenario.network.loss.burst = smallestBurst(0.8);
        QVERIFY(validated(scenario).has_value());
        scenario.network.loss = {LossModel::Random, 0.8, 1};
        QVERIFY(validated(scenario).has_value());
        scenario.network.loss = {LossModel::GilbertElliott, 0.9999, 1000};
        QVERIFY(!validated(scenario).has_value());
        scenario.network.loss = {LossModel::GilbertElliott, 1, 1};
        QVERIFY(validated(scenario).has_value());
    }
};

QTEST_APPLESS_MAIN(TestScenario)
#include "tst_scenario.moc"
