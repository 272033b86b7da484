#pragma once

#include <QList>
#include <QPair>
#include <QSet>
#include <QString>
#include <QTranslator>

namespace test {

// Puts every text that it is asked for into « ». So a text that has letters outside them was made without
// asking.
class MarkingTranslator : public QTranslator {
public:
    using Asked = QPair<QString, QString>; // context, source text

    [[nodiscard]] QString translate(
        const char* context, const char* source, const char* disambiguation, int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] const QSet<Asked>& asked() const { return m_asked; }

private:
    mutable QSet<Asked> m_asked;
};

// What is left of the text, plain or rich, without all that is marked. Elided texts lack one of the marks.
[[nodiscard]] QString withoutMarked(const QString& text);
// Whether there are words in it that came from no translator. Single letters and F1 … are names of keys.
[[nodiscard]] bool hasForeignWords(const QString& text);

} // namespace test
