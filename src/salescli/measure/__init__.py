"""The shared vocabulary of every stage: money, ratios, periods, working days, achievement, change, metrics.

Each figure has one definition and it is here, so two commands cannot disagree about what a word means.
Everything is pure: plain values in, plain values out, and None where a figure does not exist. Money is a
`Decimal` of yuan exact to the fen, a ratio is a `Fraction` until it is shown, and no float takes part.
Files, tables and screens lie above; only :mod:`salescli.words` lies below.
"""
