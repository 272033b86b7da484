# Tests of core/repair.
