"""The tables of goal setting, each in a module of its own: later stages load those alone that they read."""
