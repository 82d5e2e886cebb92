"""salescli: the sales leader's loop — goals, tracking, analysis, commission, review — over Excel workbooks.

The library is :mod:`salescli.api`, one function a stage. It is not imported here: the stages' packages bear the
names of their functions, and the command line must start without loading them.
"""

__version__ = "0.1.0"
