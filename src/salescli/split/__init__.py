"""Stage 目标: annual goals decomposed to regions, product lines, people and months."""
