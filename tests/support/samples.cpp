#include "tests/support/samples.h"

namespace test {

std::string samplePath(std::string_view name)
{
    return std::string(JITTERSCOPE_SOURCE_DIR "/resources/samples/").append(name);
}

} // namespace test
