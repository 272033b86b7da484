# Tests of core/playout.
jitterscope_test(tst_stampqueue tst_stampqueue.cpp LINK core_playout LABELS core)
jitterscope_test(tst_jitterbuffer tst_jitterbuffer.cpp LINK core_playout LABELS core)
jitterscope_test(tst_realtimeplayout tst_realtimeplayout.cpp LINK core_playout LABELS core)
jitterscope_test(tst_bufferplayout tst_bufferplayout.cpp LINK core_playout LABELS core)
jitterscope_test(tst_fixedplayout tst_fixedplayout.cpp LINK core_playout LABELS core)
jitterscope_test(tst_lossplanner tst_lossplanner.cpp LINK core_playout LABELS core)
jitterscope_test(tst_playout tst_playout.cpp LINK core_playout LABELS core)
jitterscope_test(tst_realtimebuffer tst_realtimebuffer.cpp LINK core_playout LABELS "core;threads")
