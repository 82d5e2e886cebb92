"""Stage 分析: comparison, drill-down and diagnosis."""
