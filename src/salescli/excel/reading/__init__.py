"""How a file's bytes become raw sheets, each format guarded in its own file. Entered through `excel.read`."""
