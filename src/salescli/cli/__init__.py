"""The terminal. A command body is parse → one library call → render → exit; typer and rich live here only."""
