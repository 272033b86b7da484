# Tests of core/capture.
jitterscope_test(tst_stampedframe tst_stampedframe.cpp LINK core_capture LABELS core)
jitterscope_test(tst_stampedreader tst_stampedreader.cpp LINK test_support core_capture LABELS core)
jitterscope_test(tst_stampedwriter tst_stampedwriter.cpp LINK test_support core_capture LABELS core)
jitterscope_test(tst_opencapture tst_opencapture.cpp LINK test_support core_capture LABELS core)
