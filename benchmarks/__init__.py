"""How fast salescli is, and how its cost grows: ``python -m benchmarks split``."""
