#pragma once

#include <QByteArray>
#include <QString>
#include <filesystem>

namespace app {

// Names of files are bytes, most but not all of which are UTF-8. As text, each byte that is not becomes a
// lone surrogate (U+DC80 … U+DCFF), which no other name has, so that every name survives the way there and
// back.
[[nodiscard]] QString nameFrom(const QByteArray& bytes);
[[nodiscard]] std::filesystem::path pathFrom(const QString& name);

} // namespace app
