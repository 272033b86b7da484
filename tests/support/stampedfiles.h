#pragma once

#include "core/capture/stamped.h"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core {

// One stamped frame of a crafted capture.
struct StampedRecord {
    int64_t stampMs = 0;
    std::vector<uint8_t> packet;
    std::optional<int64_t> arrivalUs = std::nullopt;
    StampVersion version = StampVersion::V0;
};

[[nodiscard]] std::vector<uint8_t> stampedFile(std::span<const StampedRecord> records);
[[nodiscard]] std::vector<uint8_t> headerlessFile(std::span<const StampedRecord> records); // no arrivals
[[nodiscard]] std::vector<uint8_t> textFile(std::span<const StampedRecord> records); // arrivals in whole ms

// `count` packets of 20 ms, `bytes` long, each different, stamped from firstStampMs on. Arrivals, if wanted:
// `firstDelayUs` after the stamp, growing by delayStepUs a packet.
struct RecordSeries {
    int count = 10;
    size_t bytes = 8;
    int64_t firstStampMs = 1'700'000'000'000;
    StampVersion version = StampVersion::V0;
    std::optional<int64_t> firstDelayUs = std::nullopt;
    int64_t delayStepUs = 0;
};
[[nodiscard]] std::vector<StampedRecord> recordSeries(const RecordSeries& series);

} // namespace core
