# Tests of core/ogg.
