#include "app/userpresets.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using app::Preset;
using app::UserPresets;

namespace {

core::Scenario lossy(double rate)
{
    core::Scenario scenario;
    scenario.network.loss.rate = rate;
    return scenario;
}

QStringList namesOf(const UserPresets& presets)
{
    QStringList names;
    for (const Preset& preset : presets.read().presets)
        names.append(preset.name);
    return names;
}

} // namespace

class TestUserPresets : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_parent;
    std::unique_ptr<UserPresets> m_presets;

    QString folder() const { return m_parent->filePath(QStringLiteral("data/presets")); }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden); }
    void put(const QString& name, const QByteArray& text) const
    {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(QDir(folder()).filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }

private slots:
    void init()
    {
        m_parent = std::make_unique<QTemporaryDir>();
        m_presets = std::make_unique<UserPresets>(folder());
    }

    void theBuiltInOnesAreThoseOfTheirPlaces()
    {
        QStringList keys;
        for (const Preset& preset : app::presets())
            keys.append(preset.key);
        QCOMPARE(keys,
            QStringList({QStringLiteral("lan"), QStringLiteral("home-wifi"), QStringLiteral("busy-wifi"),
                QStringLiteral("4g-moving"), QStringLiteral("3g"), QStringLiteral("satellite"),
                QStringLiteral("tunnel"), QStringLiteral("conference-from-hotel")}));
    }

    void withoutAFolderThereAreNone()
    {
        QVERIFY(m_presets->read().presets.isEmpty());
        QVERIFY(m_presets->read().problems.isEmpty());
        QVERIFY(!m_presets->remove(QStringLiteral("mine")));
    }

    void whatIsSavedIsReadAgain_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"mine", "Office, 3rd floor", "../../etc/passwd", "a/b\\c", "..", ".hidden",
                 "%41", "Büro → Café 日本", "con.json", "LAN 2"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void whatIsSavedIsReadAgain()
    {
        QFETCH(const QString, name);
        core::Scenario scenario = lossy(0.07);
        scenario.seed = (1ULL << 60U) + 1;
        const UserPresets::Done saved = m_presets->save(name, scenario);
        QVERIFY2(saved, saved ? "" : qPrintable(saved.error()));
        QCOMPARE(namesOf(*m_presets), QStringList(name));
        QCOMPARE(m_presets->read().presets[0].scenario, scenario);
        QCOMPARE(files().size(), 1); // in the folder and nowhere else
        QVERIFY(!files()[0].startsWith(QLatin1Char('.')));
        QCOMPARE(app::presetNamed(name, *m_presets)->scenario, scenario);
        QVERIFY(m_presets->remove(name));
        QVERIFY(files().isEmpty());
    }

    void badNamesAreRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("empty") << QString();
        QTest::newRow("blank") << QStringLiteral("  ");
        QTest::newRow("two lines") << QStringLiteral("a\nb");
        QTest::newRow("too long") << QString(300, QLatin1Char('x'));
        QTest::newRow("built in") << QStringLiteral("Busy Wi-Fi");
        QTest::newRow("built in, other case") << QStringLiteral("busy wi-fi");
        QTest::newRow("key of a built-in one") << QStringLiteral("lan");
    }
    void badNamesAreRefused()
    {
        QFETCH(const QString, name);
        const UserPresets::Done saved = m_presets->save(name, lossy(0.1));
        QVERIFY(!saved);
        QVERIFY(!saved.error().isEmpty());
        QVERIFY(files().isEmpty());
    }

    void theSameNameIsReplaced()
    {
        QVERIFY(m_presets->save(QStringLiteral("Mine"), lossy(0.1)));
        QVERIFY(m_presets->save(QStringLiteral("mine"), lossy(0.2)));
        QCOMPARE(namesOf(*m_presets), QStringList(QStringLiteral("mine")));
        QCOMPARE(m_presets->read().presets[0].scenario, lossy(0.2));
        QCOMPARE(files().size(), 1);
    }

    void renamingKeepsTheScenario()
    {
        QVERIFY(m_presets->save(QStringLiteral("one"), lossy(0.1)));
        QVERIFY(m_presets->save(QStringLiteral("two"), lossy(0.2)));
        QVERIFY(m_presets->rename(QStringLiteral("one"), QStringLiteral("Eins")));
        QCOMPARE(namesOf(*m_presets), QStringList({QStringLiteral("Eins"), QStringLiteral("two")}));
        QCOMPARE(app::presetNamed(QStringLiteral("Eins"), *m_presets)->scenario, lossy(0.1));
        QVERIFY(m_presets->rename(QStringLiteral("Eins"), QStringLiteral("eins"))); // only its case
        QVERIFY(!m_presets->rename(QStringLiteral("eins"), QStringLiteral("Two")));
        QVERIFY(!m_presets->rename(QStringLiteral("eins"), QStringLiteral("LAN")));
        QVERIFY(!m_presets->rename(QStringLiteral("gone"), QStringLiteral("new")));
        QCOMPARE(namesOf(*m_presets), QStringList({QStringLiteral("eins"), QStringLiteral("two")}));
        QCOMPARE(files().size(), 2);
    }

    void brokenFilesAreNamedAndLeftOut_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("problem");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("no JSON");
        QTest::newRow("cut off") << QByteArray("{\"name\": \"x\", ") << QStringLiteral("no JSON");
        QTest::newRow("a list") << QByteArray("[]") << QStringLiteral("no JSON");
        QTest::newRow("no name") << QByteArray(R"({"scenario": {}})") << QStringLiteral("no name");
        QTest::newRow("no scenario") << QByteArray(R"({"name": "x"})") << QStringLiteral("no scenario");
        QTest::newRow("unknown key") << QByteArray(R"({"name": "x", "scenario": {}, "colour": 1})")
                                     << QStringLiteral("colour");
        QTest::newRow("unknown value")
            << QByteArray(R"({"name": "x", "scenario": {"network": {"speed": 1}}})")
            << QStringLiteral("network.speed");
        QTest::newRow("out of range")
            << QByteArray(R"({"name": "x", "scenario": {"network": {"loss": {"rate": 2}}}})")
            << QStringLiteral("network.loss.rate");
        QTest::newRow("name of a built-in one")
            << QByteArray(R"({"name": "LAN", "scenario": {}})") << QStringLiteral("LAN");
        QTest::newRow("name taken") << QByteArray(R"({"name": "GOOD", "scenario": {}})")
                                    << QStringLiteral("GOOD");
        QTest::newRow("too large") << QByteArray(2 << 20, ' ') << QStringLiteral("too large");
    }
    void brokenFilesAreNamedAndLeftOut()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, problem);
        QVERIFY(m_presets->save(QStringLiteral("good"), lossy(0.1)));
        put(QStringLiteral("zz broken.json"), text);
        put(QStringLiteral("notes.txt"), "not a preset");
        const UserPresets::Found found = m_presets->read();
        QCOMPARE(found.presets.size(), 1);
        QCOMPARE(found.problems.size(), 1);
        QVERIFY2(found.problems[0].contains(QStringLiteral("zz broken.json"))
                && found.problems[0].contains(problem),
            qPrintable(found.problems[0]));
        QVERIFY(!found.problems[0].contains(QLatin1Char('\n')));
    }

    void whatCannotBeWrittenIsTold()
    {
        QFile inTheWay(m_parent->filePath(QStringLiteral("data")));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const UserPresets::Done saved = m_presets->save(QStringLiteral("mine"), lossy(0.1));
        QVERIFY(!saved);
        QVERIFY(saved.error().contains(folder()));
    }

    void builtInOnesAreFoundByKeyAndName()
    {
        QCOMPARE(
            app::presetNamed(QStringLiteral("busy-wifi"), *m_presets)->name, QStringLiteral("Busy Wi-Fi"));
        QCOMPARE(
            app::presetNamed(QStringLiteral("Busy Wi-Fi"), *m_presets)->key, QStringLiteral("busy-wifi"));
        QVERIFY(!app::presetNamed(QStringLiteral("nothing"), *m_presets));
    }
};

QTEST_GUILESS_MAIN(TestUserPresets)
#include "tst_userpresets.moc"
