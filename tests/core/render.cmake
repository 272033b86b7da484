# Tests of core/render.
jitterscope_test(tst_levels tst_levels.cpp LINK core_render LABELS core)
jitterscope_test(tst_checkpoints tst_checkpoints.cpp LINK core_render LABELS core)
jitterscope_test(tst_renderer tst_renderer.cpp LINK test_sound core_render LABELS core)
jitterscope_test(tst_waveform tst_waveform.cpp LINK test_sound core_render LABELS "core;threads")
jitterscope_test(tst_spectraldistance tst_spectraldistance.cpp LINK core_render LABELS core)
