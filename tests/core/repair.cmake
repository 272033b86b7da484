# Tests of core/repair.
jitterscope_test(tst_plcrequest tst_plcrequest.cpp LINK core_repair LABELS core)
jitterscope_test(tst_wav tst_wav.cpp LINK core_repair LABELS core)
jitterscope_test(tst_export tst_export.cpp LINK test_sound core_repair LABELS core)
jitterscope_test(tst_repairedogg tst_repairedogg.cpp LINK test_support core_repair LABELS core)
jitterscope_test(tst_csv tst_csv.cpp LINK test_support core_repair LABELS core)
