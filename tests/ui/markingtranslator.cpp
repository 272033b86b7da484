#include "tests/ui/markingtranslator.h"

#include <QRegularExpression>
#include <QTextDocument>

namespace test {

namespace {

const QChar opening(0x00ab);
const QChar closing(0x00bb);

} // namespace

QString MarkingTranslator::translate(
    const char* context, const char* source, const char* /*disambiguation*/, int /*n*/) const
{
    m_asked.insert({QString::fromUtf8(context), QString::fromUtf8(source)});
    return opening + QString::fromUtf8(source) + closing;
}

QString withoutMarked(const QString& text)
{
    QTextDocument document;
    if (Qt::mightBeRichText(text))
        document.setHtml(text);
    QString rest;
    int depth = 0;
    for (const QChar& character : Qt::mightBeRichText(text) ? document.toPlainText() : text) {
        if (character == opening)
            ++depth;
        else if (character == closing && depth == 0)
            rest.clear();
        else if (character == closing)
            --depth;
        else if (depth == 0)
            rest += character;
    }
    return rest;
}

bool hasForeignWords(const QString& text)
{
    static const QRegularExpression keys(QStringLiteral("\\b(\\p{L}|F\\d+)\\b"));
    static const QRegularExpression letter(QStringLiteral("\\p{L}"));
    return withoutMarked(text).remove(keys).contains(letter);
}

} // namespace test
