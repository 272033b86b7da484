# Tests of core/opus.
