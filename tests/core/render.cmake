# Tests of core/render.
