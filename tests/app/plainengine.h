#pragma once

#include "app/sessionengine.h"
#include "tests/support/plaincapture.h"

#include <filesystem>
#include <memory>

namespace test {

// Scenarios and an engine without files, for tests of the session: "a.opus" has 100 packets, all else 200.
inline core::Scenario withDelay(int milliseconds)
{
    core::Scenario scenario;
    scenario.network.delay = core::receiverMilliseconds(milliseconds);
    return scenario;
}

inline std::shared_ptr<const core::Capture> captureOf(const std::filesystem::path& path)
{
    return core::plainCapture(path.filename() == "a.opus" ? 100 : 200, core::mediaMilliseconds(20));
}

inline app::SessionEngine plainEngine()
{
    app::SessionEngine engine = app::SessionEngine::real();
    engine.open = [](const std::filesystem::path& path, const core::JobControl&) {
        return core::Result<std::shared_ptr<const core::Capture>>(captureOf(path));
    };
    return engine;
}

} // namespace test
