#include "app/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace app {

void returnMemoryAtOnce()
{
#ifdef __GLIBC__
    // Left alone, glibc keeps ever larger blocks, each thread for itself: 150 MB for a day of packets. The
    // lists of an hour are smaller than this, so that moving a slider over them asks for no new memory.
    constexpr int largestKept = 8 << 20;
    (void)::mallopt(M_MMAP_THRESHOLD, largestKept);
    (void)::mallopt(M_TRIM_THRESHOLD, 2 * largestKept);
#endif
}

} // namespace app
