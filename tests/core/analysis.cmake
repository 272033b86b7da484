# Tests of core/analysis.
