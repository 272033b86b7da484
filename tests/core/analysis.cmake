# Tests of core/analysis.
jitterscope_test(tst_plotlevels tst_plotlevels.cpp LINK core test_support LABELS core threads)
jitterscope_test(tst_savingdelay tst_savingdelay.cpp LINK core_analysis test_support LABELS core)
jitterscope_test(tst_tradeoff tst_tradeoff.cpp LINK core_analysis test_support LABELS core)
jitterscope_test(tst_delaysummary tst_delaysummary.cpp LINK core_analysis LABELS core)
jitterscope_test(tst_statistics tst_statistics.cpp LINK test_support core_analysis LABELS core)
jitterscope_test(tst_scenario tst_scenario.cpp LINK core_analysis LABELS core)
jitterscope_test(tst_analysis tst_analysis.cpp LINK test_support core_analysis LABELS core threads)
jitterscope_test(tst_rangestatistics tst_rangestatistics.cpp LINK test_support core_analysis LABELS core)
