#pragma once

namespace app {

// Whether there is a display that a window could be shown on. Qt ends the program when it finds none, so it
// has to be known before.
[[nodiscard]] bool hasDisplay();

} // namespace app
