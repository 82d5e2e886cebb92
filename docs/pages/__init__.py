"""The reference pages, one module a page; each offers `page()`, the whole page as Markdown."""
