# Tests of core/analysis.
jitterscope_test(tst_savingdelay tst_savingdelay.cpp LINK core_analysis LABELS core)
