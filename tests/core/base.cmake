# Tests of core/base.
jitterscope_test(tst_time tst_time.cpp LINK core_base LABELS core)
jitterscope_test(tst_random tst_random.cpp LINK core_base LABELS core)
jitterscope_test(tst_file tst_file.cpp LINK core_base LABELS core)
jitterscope_test(tst_largevector tst_largevector.cpp LINK core_base LABELS core)
