#include "tests/ui/translationfile.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>
#include <algorithm>

namespace {

using test::Message;

QSet<QString> placesIn(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%L?[n1-9]"));
    QSet<QString> places;
    auto matches = place.globalMatch(text);
    while (matches.hasNext())
        places.insert(matches.next().captured());
    return places;
}

// The key that opens it, or nothing.
QChar mnemonicOf(const QString& text)
{
    static const QRegularExpression mnemonic(QStringLiteral("&([^&\\s])"));
    const auto match = mnemonic.match(text);
    return match.hasMatch() ? match.captured(1).at(0).toLower() : QChar();
}

QString described(const Message& message) { return message.context % QStringLiteral(": ") % message.source; }

void verifyEach(const QList<Message>& messages, bool (*isRight)(const Message&))
{
    QStringList wrong;
    for (const Message& message : messages) {
        if (!isRight(message))
            wrong.append(described(message));
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(QLatin1Char('\n') % wrong.join(QLatin1Char('\n'))));
}

} // namespace

class TestTranslationFiles : public QObject {
    Q_OBJECT

    QList<Message> m_german;
    QList<Message> m_english;

private slots:
    void initTestCase()
    {
        const auto german = test::updatedTranslation(QStringLiteral("de"));
        const auto english = test::updatedTranslation(QStringLiteral("en"));
        QVERIFY(german && english);
        m_german = *german;
        m_english = *english;
        QVERIFY(m_german.size() > 500);
        QVERIFY(!m_english.isEmpty());
    }

    void everyTextHasAGermanOne()
    {
        verifyEach(m_german, [](const Message& message) {
            return message.isFinished && !message.forms.contains(QString())
                && message.forms.size() == (message.hasPlurals ? 2 : 1);
        });
    }

    void everyCountHasEnglishPlurals()
    {
        verifyEach(m_english, [](const Message& message) {
            return message.hasPlurals && message.isFinished && message.forms.size() == 2
                && !message.forms.contains(QString())
                && !message.forms.join(QString()).contains(QLatin1String("(s)"));
        });
    }

    void placeholdersAreThoseOfTheSource()
    {
        verifyEach(m_german + m_english, [](const Message& message) {
            return std::ranges::all_of(message.forms,
                [&](const QString& form) { return placesIn(form) == placesIn(message.source); });
        });
    }

    void mnemonicsAreWhereTheSourceHasThem()
    {
        verifyEach(m_german, [](const Message& message) {
            return mnemonicOf(message.source).isNull() == mnemonicOf(message.forms.value(0)).isNull();
        });
    }

    void blanksAndLinesAtTheEndsAreThoseOfTheSource()
    {
        verifyEach(m_german, [](const Message& message) {
            const QString form = message.forms.value(0);
            return message.source.startsWith(QLatin1Char(' ')) == form.startsWith(QLatin1Char(' '))
                && message.source.endsWith(QLatin1Char('\n')) == form.endsWith(QLatin1Char('\n'));
        });
    }

    void germanQuotesAreGerman()
    {
        verifyEach(m_german, [](const Message& message) {
            const bool isMarkup = message.source.contains(QLatin1Char('<'));
            const QString all = message.forms.join(QString());
            return !all.contains(QChar(0x201d)) && all.count(QChar(0x201e)) == all.count(QChar(0x201c))
                && (isMarkup || !all.contains(QLatin1Char('"')));
        });
    }
};

QTEST_APPLESS_MAIN(TestTranslationFiles)
#include "tst_translationfiles.moc"
