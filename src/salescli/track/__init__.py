"""Stage 跟踪: weekly reports, orders and collections merged into one tracking table."""
