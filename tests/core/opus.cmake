# Tests of core/opus.
jitterscope_test(tst_decoder tst_decoder.cpp LINK core_opus LABELS core)
jitterscope_test(tst_encoder tst_encoder.cpp LINK core_opus LABELS core)
