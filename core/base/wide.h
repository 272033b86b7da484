#pragma once

// JITTERSCOPE_WIDE before a function: compiled twice, and the processor at hand gets the version with the
// widest registers it has. Both give the same bits, because no arithmetic is fused or reordered. Elsewhere,
// and under sanitizers, whose runtime the choice would come before, it means nothing.
#if defined(__x86_64__) && defined(__ELF__) && defined(__GNUC__) && !defined(__clang__)                      \
    && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define JITTERSCOPE_WIDE [[gnu::target_clones("avx2", "default")]]
#else
#define JITTERSCOPE_WIDE
#endif
