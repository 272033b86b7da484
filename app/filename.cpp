#include "app/filename.h"

#include <algorithm>

namespace app {

namespace {

constexpr char16_t surrogateOfZero = 0xdc00;
constexpr qsizetype longestCharacter = 4; // bytes of UTF-8

// How many bytes at the front are one character of UTF-8; 0: none.
qsizetype characterBytes(QByteArrayView bytes)
{
    for (qsizetype length = 1; length <= std::min(longestCharacter, bytes.size()); ++length) {
        const QByteArrayView character = bytes.first(length);
        if (QString::fromUtf8(character).toUtf8() == character)
            return length;
    }
    return 0;
}

bool isEscapedByte(QChar character) { return character.unicode() >> 8U == surrogateOfZero >> 8U; }

} // namespace

QString nameFrom(const QByteArray& bytes)
{
    QString name = QString::fromUtf8(bytes);
    if (name.toUtf8() == bytes)
        return name;
    name.clear();
    for (QByteArrayView rest(bytes); !rest.isEmpty();) {
        const qsizetype length = characterBytes(rest);
        if (length > 0)
            name += QString::fromUtf8(rest.first(length));
        else
            name += QChar(surrogateOfZero | static_cast<uint8_t>(rest.front()));
        rest = rest.sliced(std::max<qsizetype>(length, 1));
    }
    return name;
}

std::filesystem::path pathFrom(const QString& name)
{
    std::string bytes;
    for (qsizetype i = 0; i < name.size(); ++i) {
        if (name[i].isHighSurrogate() && i + 1 < name.size()) {
            bytes += name.mid(i++, 2).toStdString();
        } else if (isEscapedByte(name[i])) {
            bytes += static_cast<char>(name[i].unicode() & 0xffU);
        } else {
            bytes += QString(name[i]).toStdString();
        }
    }
    return bytes;
}

} // namespace app
