#include "tests/support/stampedfiles.h"

#include "core/capture/stampedform.h"
#include "tests/support/packets.h"

#include <string>

namespace core {

namespace {

std::vector<uint8_t> frameOf(const StampedRecord& record)
{
    return makeStampedFrame(record.stampMs, record.packet, record.version).value();
}

void append(std::vector<uint8_t>& out, std::span<const uint8_t> bytes)
{
    out.insert(out.end(), bytes.begin(), bytes.end());
}

} // namespace

std::vector<uint8_t> stampedFile(std::span<const StampedRecord> records)
{
    std::vector<uint8_t> file(stampedMagic.begin(), stampedMagic.end());
    for (const StampedRecord& record : records) {
        const std::vector<uint8_t> frame = frameOf(record);
        appendBigEndian(file, record.arrivalUs.value_or(unknownArrival));
        appendBigEndian(file, static_cast<uint32_t>(frame.size()));
        append(file, frame);
    }
    return file;
}

std::vector<uint8_t> headerlessFile(std::span<const StampedRecord> records)
{
    std::vector<uint8_t> file;
    for (const StampedRecord& record : records) {
        const std::vector<uint8_t> frame = frameOf(record);
        appendBigEndian(file, static_cast<uint32_t>(frame.size()));
        append(file, frame);
    }
    return file;
}

std::vector<uint8_t> textFile(std::span<const StampedRecord> records)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text = "# stamped frames\n";
    for (const StampedRecord& record : records) {
        if (record.arrivalUs)
            text += std::to_string(*record.arrivalUs / 1000) + " ";
        for (const uint8_t byte : frameOf(record)) {
            text += digits[byte >> 4];
            text += digits[byte & 15];
        }
        text += '\n';
    }
    return {text.begin(), text.end()};
}

std::vector<StampedRecord> recordSeries(const RecordSeries& series)
{
    std::vector<StampedRecord> records;
    for (int i = 0; i < series.count; ++i) {
        StampedRecord record;
        record.stampMs = series.firstStampMs + 20 * i;
        record.packet = plainPacket(9, series.bytes, static_cast<uint8_t>(i));
        record.version = series.version;
        if (series.firstDelayUs)
            record.arrivalUs = record.stampMs * 1000 + *series.firstDelayUs + series.delayStepUs * i;
        records.push_back(record);
    }
    return records;
}

} // namespace core
