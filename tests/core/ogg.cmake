# Tests of core/ogg.
jitterscope_test(tst_oggreader tst_oggreader.cpp LINK core_ogg test_support LABELS core)
jitterscope_test(tst_oggdamage tst_oggdamage.cpp LINK core_ogg test_support LABELS core)
jitterscope_test(tst_oggwriter tst_oggwriter.cpp LINK core_ogg test_support LABELS core)
