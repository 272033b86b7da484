#include "app/errortext.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>
#include <string_view>

namespace app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(app::ErrorText)
};

// The operating system speaks the language of its own settings, not the one chosen here.
constexpr std::array systemWords{QT_TRANSLATE_NOOP("app::system", "No such file or directory"),
    QT_TRANSLATE_NOOP("app::system", "Permission denied"),
    QT_TRANSLATE_NOOP("app::system", "Not a directory"), QT_TRANSLATE_NOOP("app::system", "Is a directory"),
    QT_TRANSLATE_NOOP("app::system", "File name too long"),
    QT_TRANSLATE_NOOP("app::system", "No space left on device"),
    QT_TRANSLATE_NOOP("app::system", "Disk quota exceeded"),
    QT_TRANSLATE_NOOP("app::system", "Read-only file system"),
    QT_TRANSLATE_NOOP("app::system", "Input/output error"),
    QT_TRANSLATE_NOOP("app::system", "Operation not permitted")};

QString translatedDetail(const std::string& detail)
{
    const bool isKnown = std::ranges::find(systemWords, std::string_view(detail)) != systemWords.end();
    return isKnown ? QCoreApplication::translate("app::system", detail.c_str())
                   : QString::fromStdString(detail);
}

QString whatIsWrong(const core::Error& error)
{
    const QString detail = translatedDetail(error.detail);
    switch (error.code) {
    case core::ErrorCode::NotFound:
        return Words::tr("there is no such file");
    case core::ErrorCode::NotReadable:
        return Words::tr("can't be read: %1").arg(detail);
    case core::ErrorCode::IsDirectory:
        return Words::tr("is a directory, not a file");
    case core::ErrorCode::Empty:
        return Words::tr("is empty");
    case core::ErrorCode::UnknownFormat:
        return Words::tr("is neither an Ogg Opus file nor a stamped capture");
    case core::ErrorCode::NothingReadable:
        return Words::tr("holds no Opus packet that can be read");
    case core::ErrorCode::Unsupported:
        return detail.isEmpty() ? Words::tr("is not supported")
                                : Words::tr("is not supported: %1").arg(detail);
    case core::ErrorCode::InvalidValue:
        return Words::tr("holds an invalid value: %1").arg(detail);
    case core::ErrorCode::OutOfRange:
        return Words::tr("a value is out of its range: %1").arg(detail);
    case core::ErrorCode::WriteFailed:
        return Words::tr("can't be written: %1").arg(detail);
    case core::ErrorCode::CodecFailed:
        return Words::tr("libopus refused: %1").arg(detail);
    case core::ErrorCode::TooLarge:
        return Words::tr("is too large; the limit is %1").arg(detail);
    case core::ErrorCode::OutOfMemory:
        return Words::tr("needs more memory than there is");
    case core::ErrorCode::Cancelled:
        return Words::tr("cancelled");
    }
    return {};
}

} // namespace

QString errorText(const core::Error& error, const QString& file)
{
    const QString what = whatIsWrong(error);
    const QString line = error.byteOffset
        ? Words::tr("%1: byte %2: %3").arg(file, QString::number(*error.byteOffset), what)
        : Words::tr("%1: %2").arg(file, what);
    return singleLine(line);
}

QString anomalyKey(core::AnomalyKind kind)
{
    switch (kind) {
    case core::AnomalyKind::Junk:
        return QStringLiteral("junk");
    case core::AnomalyKind::BadChecksum:
        return QStringLiteral("bad-checksum");
    case core::AnomalyKind::MissingPages:
        return QStringLiteral("missing-pages");
    case core::AnomalyKind::MissingAudio:
        return QStringLiteral("missing-audio");
    case core::AnomalyKind::GranuleMismatch:
        return QStringLiteral("granule-mismatch");
    case core::AnomalyKind::TruncatedPage:
        return QStringLiteral("truncated-page");
    case core::AnomalyKind::TruncatedRecord:
        return QStringLiteral("truncated-record");
    case core::AnomalyKind::OversizedRecord:
        return QStringLiteral("oversized-record");
    case core::AnomalyKind::ShortFrame:
        return QStringLiteral("short-frame");
    case core::AnomalyKind::InvalidPacket:
        return QStringLiteral("invalid-packet");
    case core::AnomalyKind::DuplicateStamp:
        return QStringLiteral("duplicate-stamp");
    case core::AnomalyKind::ImplausibleStamp:
        return QStringLiteral("implausible-stamp");
    case core::AnomalyKind::ImplausibleArrival:
        return QStringLiteral("implausible-arrival");
    case core::AnomalyKind::BadText:
        return QStringLiteral("bad-text");
    case core::AnomalyKind::BadTags:
        return QStringLiteral("bad-tags");
    case core::AnomalyKind::ForeignStream:
        return QStringLiteral("foreign-stream");
    case core::AnomalyKind::MissingEnd:
        return QStringLiteral("missing-end");
    }
    return {};
}

QString singleLine(const QString& text)
{
    QString line = text;
    for (QChar& character : line) {
        if (character.category() == QChar::Other_Control || character == QChar::LineSeparator
            || character == QChar::ParagraphSeparator)
            character = QChar::ReplacementCharacter;
    }
    return line;
}

} // namespace app
