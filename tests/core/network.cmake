# Tests of core/network.
