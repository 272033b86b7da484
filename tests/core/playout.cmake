# Tests of core/playout.
