"""Declarations: columns, tables, cell kinds and problems. No file is opened here."""
