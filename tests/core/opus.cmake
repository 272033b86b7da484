# Tests of core/opus.
jitterscope_test(tst_packet tst_packet.cpp LINK core_opus test_support LABELS core)
jitterscope_test(tst_head tst_head.cpp LINK core_opus LABELS core)
jitterscope_test(tst_decoder tst_decoder.cpp LINK core_opus LABELS core)
jitterscope_test(tst_encoder tst_encoder.cpp LINK core_opus LABELS core)
