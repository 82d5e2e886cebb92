"""Stage 优化: the retrospective assembled from what the earlier stages wrote."""
