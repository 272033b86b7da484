#include "core/capture/stamped.h"
#include "core/capture/stampedbuilder.h"
#include "core/capture/stampedform.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

namespace core {

namespace {

constexpr std::string_view blanks = " \t\r\v\f";
constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
constexpr int64_t linesBetweenReports = 4096;
constexpr size_t longestLine = 2 * size_t{largestFrameBytes} + 1024;

std::string_view trimmed(std::string_view text)
{
    const size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

// False if the text is not an even, non-zero number of hexadecimal digits.
bool readHex(std::string_view text, std::vector<uint8_t>& out)
{
    out.clear();
    if (text.empty() || text.size() % 2 != 0)
        return false;
    for (size_t i = 0; i < text.size(); i += 2) {
        const int high = hexDigit(text[i]);
        const int low = hexDigit(text[i + 1]);
        if (high < 0 || low < 0)
            return false;
        out.push_back(static_cast<uint8_t>(high * 16 + low));
    }
    return true;
}

// Milliseconds with up to three decimals as microseconds.
std::optional<int64_t> readMilliseconds(std::string_view text)
{
    const bool isNegative = text.starts_with('-');
    if (isNegative)
        text.remove_prefix(1);
    const size_t point = std::min(text.find('.'), text.size());
    std::string_view decimals = text.substr(std::min(point + 1, text.size()));
    int64_t whole = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + point, whole);
    if (error != std::errc() || stop != text.data() + point || whole < 0 || whole > largestArrivalUs / 1000
        || decimals.size() > 3 || (point < text.size() && decimals.empty()))
        return std::nullopt;
    static constexpr std::array<int64_t, 3> weights{100, 10, 1};
    int64_t micros = whole * 1000;
    for (size_t i = 0; i < decimals.size(); ++i) {
        if (decimals[i] < '0' || decimals[i] > '9')
            return std::nullopt;
        micros += weights.at(i) * (decimals[i] - '0');
    }
    return isNegative ? -micros : micros;
}

enum class LineKind : uint8_t { Frame, Nothing, Bad };

// Takes a text capture apart line by line: [arrival in ms,] frame in hexadecimal, `#` starts a comment.
class TextLines {
public:
    explicit TextLines(Bytes file)
        // The only way from bytes to characters.
        : m_text(reinterpret_cast<const char*>(file.data()), file.size()) // NOLINT(*-reinterpret-cast)
        , m_next(m_text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0)
    {
    }

    [[nodiscard]] bool isAtEnd() const { return m_next >= m_text.size(); }
    LineKind next();

    // Of the line that next() read.
    [[nodiscard]] size_t byteOffset() const { return m_start; }
    [[nodiscard]] int64_t number() const { return m_number; }
    [[nodiscard]] std::optional<int64_t> arrivalUs() const { return m_arrivalUs; }
    [[nodiscard]] Bytes frame() const { return m_frame; }

private:
    std::string_view m_text;
    size_t m_next;
    size_t m_start = 0;
    int64_t m_number = 0;
    std::optional<int64_t> m_arrivalUs;
    std::vector<uint8_t> m_frame;
};

LineKind TextLines::next()
{
    m_start = m_next;
    ++m_number;
    m_arrivalUs.reset();
    const size_t end = std::min(m_text.find('\n', m_start), m_text.size());
    m_next = end + 1;
    const std::string_view line = m_text.substr(m_start, end - m_start);
    const std::string_view content = trimmed(line.substr(0, line.find('#')));
    if (content.empty())
        return LineKind::Nothing;
    if (content.size() > longestLine)
        return LineKind::Bad;
    const size_t blank = content.find_first_of(blanks);
    if (blank == std::string_view::npos)
        return readHex(content, m_frame) ? LineKind::Frame : LineKind::Bad;
    m_arrivalUs = readMilliseconds(content.substr(0, blank));
    const bool isFrame = m_arrivalUs && readHex(trimmed(content.substr(blank)), m_frame);
    return isFrame ? LineKind::Frame : LineKind::Bad;
}

} // namespace

Result<Capture::Parts> readStampedText(Bytes file, const JobControl& job)
{
    TextLines lines(file);
    StampedBuilder builder(CaptureFormat::StampedText, file.size());
    while (!lines.isAtEnd()) {
        const LineKind kind = lines.next();
        if (kind == LineKind::Frame)
            builder.add(lines.byteOffset(), lines.arrivalUs(), lines.frame());
        else if (kind == LineKind::Bad)
            builder.note(AnomalyKind::BadText, lines.byteOffset(), lines.number());
        if (lines.number() % linesBetweenReports != 0)
            continue;
        if (job.isCancelled())
            return failure(ErrorCode::Cancelled);
        job.report(StampedBuilder::readingShare * static_cast<double>(lines.byteOffset())
            / static_cast<double>(file.size()));
    }
    return builder.finished(job);
}

bool looksLikeStampedText(Bytes file)
{
    TextLines lines(file);
    bool hasFrame = false;
    while (!lines.isAtEnd()) {
        const LineKind kind = lines.next();
        if (kind == LineKind::Bad)
            return false;
        hasFrame = hasFrame || (kind == LineKind::Frame && lines.frame().size() > stampBytes);
    }
    return hasFrame;
}

} // namespace core
