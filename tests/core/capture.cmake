# Tests of core/capture.
