"""The shared vocabulary, checked against figures worked by hand."""
