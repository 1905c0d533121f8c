"""Benchmarks: one per promise, each printing its figures and ratios of one run."""
