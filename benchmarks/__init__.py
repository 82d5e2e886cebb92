"""How fast salescli is, against what one would do instead: ``python -m benchmarks``."""
