#pragma once

#include <cstdint>

namespace ui {

// What a problem is about: it is over when the same is done with success.
enum class Topic : uint8_t { Opening, Analysis, Export, ScenarioFile, Saving, Presets, Sound };

} // namespace ui
