"""How a book becomes a file: layout first, then formulas, then xlsxwriter. Entered through `excel.write` only."""
