"""The catalogue of problem codes, a file an area. Importing a file registers its codes."""
