#include "core/repair/csv.h"

#include "core/base/file.h"

#include <array>
#include <charconv>
#include <string_view>
#include <vector>

namespace core {

namespace {

constexpr size_t flushBytes = 1 << 20;
constexpr size_t rowsBetweenReports = 8192;

constexpr std::array<std::string_view, 5> fateNames{"played", "lost", "late", "overflow", "corrupt"};
constexpr std::array<std::string_view, 6> causeNames{"", "lost", "late", "overflow", "corrupt", "starved"};
constexpr std::array<std::string_view, 4> repairNames{"", "fec", "plc", "silence"};
constexpr std::array<std::string_view, 4> kindNames{"packet", "loss", "stall", "resync"};

// Cells into rows, rows into a file.
class CsvFile {
public:
    [[nodiscard]] static Result<CsvFile> create(const std::filesystem::path& path, std::string_view header)
    {
        Result<PendingFile> file = PendingFile::create(path);
        if (!file)
            return tl::unexpected(file.error());
        CsvFile csv(std::move(*file));
        csv.append(header);
        csv.m_text.push_back('\n');
        return csv;
    }

    void cell(std::string_view text)
    {
        separate();
        append(text);
    }
    void cell(int64_t number)
    {
        separate();
        std::array<char, 24> digits{};
        const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
        append({digits.data(), end});
    }
    void cell(ReceiverTime time) { time == never ? cell(std::string_view()) : cell(time.ticks()); }
    [[nodiscard]] Result<void> endRow()
    {
        m_text.push_back('\n');
        m_isRowStart = true;
        return m_text.size() < flushBytes ? Result<void>() : flush();
    }
    [[nodiscard]] Result<void> finish()
    {
        if (Result<void> flushed = flush(); !flushed)
            return flushed;
        return m_file.commit();
    }

private:
    explicit CsvFile(PendingFile file)
        : m_file(std::move(file))
    {
    }
    void append(std::string_view text) { m_text.insert(m_text.end(), text.begin(), text.end()); }
    void separate()
    {
        if (!m_isRowStart)
            m_text.push_back(',');
        m_isRowStart = false;
    }
    Result<void> flush()
    {
        Result<void> written = m_file.write(m_text);
        m_text.clear();
        return written;
    }

    PendingFile m_file;
    std::vector<uint8_t> m_text;
    bool m_isRowStart = true;
};

void packetRow(CsvFile& csv, const Analysis& analysis, size_t index)
{
    const Capture& capture = *analysis.capture;
    const PacketRecord& packet = capture.packets()[index];
    const PacketOutcome& outcome = analysis.timeline.outcomes[index];
    const bool isMissing = (packet.flags & IsMissing) != 0;
    constexpr std::string_view nothing;

    csv.cell(static_cast<int64_t>(index));
    capture.hasSequence() ? csv.cell(static_cast<int64_t>(index)) : csv.cell(nothing);
    csv.cell(toReceiverSpan(packet.media.sinceZero()).ticks());
    packet.durationSamples == 0 ? csv.cell(nothing) : csv.cell(toReceiverSpan(packet.duration()).ticks());
    isMissing ? csv.cell(nothing) : csv.cell(int64_t{packet.bytes});
    csv.cell(sendTime(packet.media, analysis.scenario.network.driftPpm));
    csv.cell(outcome.arrival);
    csv.cell(outcome.due);
    csv.cell(outcome.playout);
    csv.cell(fateNames.at(static_cast<size_t>(outcome.fate)));
    csv.cell(repairNames.at(static_cast<size_t>(outcome.repair)));
}

void eventRow(CsvFile& csv, const TimelineEvent& event)
{
    csv.cell(event.start.ticks());
    csv.cell(event.duration.ticks());
    csv.cell(toReceiverSpan(event.media.sinceZero()).ticks());
    csv.cell(kindNames.at(static_cast<size_t>(event.kind)));
    event.packet == noPacket ? csv.cell(std::string_view()) : csv.cell(int64_t{event.packet});
    csv.cell(causeNames.at(static_cast<size_t>(event.cause)));
    csv.cell(repairNames.at(static_cast<size_t>(event.repair)));
}

template <typename WriteRow>
Result<void> writeRows(Result<CsvFile> csv, size_t count, const JobControl& job, WriteRow writeRow)
{
    if (!csv)
        return tl::unexpected(csv.error());
    for (size_t row = 0; row < count; ++row) {
        if (row % rowsBetweenReports == 0) {
            if (job.isCancelled())
                return failure(ErrorCode::Cancelled);
            job.report(static_cast<double>(row) / static_cast<double>(count));
        }
        writeRow(*csv, row);
        if (Result<void> ended = csv->endRow(); !ended)
            return ended;
    }
    return csv->finish();
}

} // namespace

Result<void> writePacketsCsv(
    const Analysis& analysis, const std::filesystem::path& path, const JobControl& job)
{
    constexpr std::string_view header =
        "index,sequence,media_us,duration_us,bytes,send_us,arrival_us,due_us,playout_us,fate,repair";
    return writeRows(CsvFile::create(path, header), analysis.capture->packets().size(), job,
        [&](CsvFile& csv, size_t row) { packetRow(csv, analysis, row); });
}

Result<void> writeTimelineCsv(
    const Analysis& analysis, const std::filesystem::path& path, const JobControl& job)
{
    constexpr std::string_view header = "start_us,duration_us,media_us,kind,packet,cause,repair";
    const EventList& events = analysis.timeline.events;
    return writeRows(CsvFile::create(path, header), events.size(), job,
        [&](CsvFile& csv, size_t row) { eventRow(csv, events[row]); });
}

} // namespace core
