#pragma once

namespace app {

// Has the memory of large results given back to the system as soon as they are gone, instead of held for the
// next one of the like size. To be called before there are other threads.
void returnMemoryAtOnce();

} // namespace app
