"""Coverage-guided fuzzing of everything that reads what people, or attackers, wrote: ``python -m tests.fuzz``."""
