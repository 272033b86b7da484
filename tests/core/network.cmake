# Tests of core/network.
jitterscope_test(tst_normalquantile tst_normalquantile.cpp LINK core_network LABELS core)
jitterscope_test(tst_quantiletable tst_quantiletable.cpp LINK core_network LABELS core)
jitterscope_test(tst_delaysource tst_delaysource.cpp LINK core_network LABELS core)
jitterscope_test(tst_twostatechain tst_twostatechain.cpp LINK core_network LABELS core)
jitterscope_test(tst_arrivalorder tst_arrivalorder.cpp LINK core_network LABELS core)
jitterscope_test(tst_simulator tst_simulator.cpp LINK core_network LABELS core)
