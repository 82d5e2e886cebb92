"""What a user would do instead: the scripts that salescli is timed against, each run as a process of its own."""
