#pragma once

#include <string>
#include <string_view>

namespace test {

// Path of one of the bundled samples, for example "speech.opus".
[[nodiscard]] std::string samplePath(std::string_view name);

} // namespace test
