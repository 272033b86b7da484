#include "core/capture/open.h"

#include "core/base/file.h"
#include "core/capture/oggcapture.h"
#include "core/capture/stamped.h"
#include "core/capture/stampedform.h"
#include "core/ogg/reader.h"

#include <string_view>
#include <utility>

namespace core {

namespace {

bool isTextName(std::string_view name) { return name.ends_with(".txt") || name.ends_with(".hex"); }

// owned: what the file lies in, or null.
Result<Capture::Parts> readAnyForm(
    Bytes file, std::vector<uint8_t>* owned, std::string_view name, const JobControl& job)
{
    if (startsWith(file, stampedMagic))
        return owned != nullptr ? readStamped(std::move(*owned), job) : readStamped(file, job);
    if (looksLikeOgg(file))
        return readOggCapture(file, job);
    if (looksHeaderless(file))
        return owned != nullptr ? readStampedHeaderless(std::move(*owned), job)
                                : readStampedHeaderless(file, job);
    if (isTextName(name) || looksLikeStampedText(file))
        return readStampedText(file, job);
    return failure(ErrorCode::UnknownFormat);
}

Result<std::shared_ptr<const Capture>> parse(
    Bytes file, std::vector<uint8_t>* owned, const std::string& name, const JobControl& job)
{
    if (file.empty())
        return failure(ErrorCode::Empty);
    Result<Capture::Parts> parts = readAnyForm(file, owned, name, job);
    if (!parts)
        return tl::unexpected(parts.error());
    parts->name = name;
    return std::make_shared<const Capture>(std::move(*parts));
}

} // namespace

Result<std::shared_ptr<const Capture>> openCapture(const std::filesystem::path& path, const JobControl& job)
{
    Result<std::vector<uint8_t>> file = readFile(path, job);
    if (!file)
        return tl::unexpected(file.error());
    return parseCapture(std::move(*file), path.filename().string(), job);
}

Result<std::shared_ptr<const Capture>> parseCapture(
    Bytes file, const std::string& name, const JobControl& job)
{
    return parse(file, nullptr, name, job);
}

Result<std::shared_ptr<const Capture>> parseCapture(
    std::vector<uint8_t>&& file, const std::string& name, const JobControl& job)
{
    return parse(file, &file, name, job);
}

} // namespace core
