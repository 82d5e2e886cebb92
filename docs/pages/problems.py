"""``problems.md``: every problem code, from the modules that define them."""

import importlib
import pkgutil
from collections.abc import Iterable
from types import ModuleType

from pages import markdown
from pages.markdown import both, code, table
from salescli.table import codes
from salescli.table.problem import CODES, Code

INTRODUCTION = """\
Whatever salescli finds has a code that stays the same in every language and version, a place (file, sheet, cell), a
sentence that says what was found and one that says what to do. `--json` gives all of them under `problems`; output
workbooks list them on their *问题清单* (Findings) sheet.

- **error**: nothing is written and the command exits with 1. With `--skip-invalid`, rows that cannot be read are left
  out and listed in the workbook instead.
- **warning**: the output is written; look at it before you rely on it.
- **note**: something that was done on your behalf and that you may want to know.

`{found}`, `{columns}` and the like stand for what was found in your file."""


def page() -> str:
    """The page; raises ValueError when a code is defined outside of the catalogue's modules."""
    areas = list(_areas())
    listed = {item.name for area in areas for item in _defined(area)}
    if strays := set(CODES) - listed:
        raise ValueError(f"problem codes defined outside of {codes.__name__}: {sorted(strays)}")
    return markdown.page("Problem codes", INTRODUCTION, *(_section(area) for area in areas))


def _areas() -> Iterable[ModuleType]:
    """The modules of the catalogue, by name; a folder is an area whose parts are modules."""
    for module in sorted(pkgutil.walk_packages(codes.__path__, f"{codes.__name__}."), key=lambda item: item.name):
        if not module.ispkg:
            yield importlib.import_module(module.name)


def _defined(area: ModuleType) -> list[Code]:
    return [value for value in vars(area).values() if isinstance(value, Code)]


def _section(area: ModuleType) -> str:
    summary = (area.__doc__ or "").strip().splitlines()[0]
    rows = (
        (code(item.name), str(item.severity), both(*item.message.of_many), both(*item.remedy.of_many))
        for item in _defined(area)
    )
    title = area.__name__.removeprefix(f"{codes.__name__}.").replace(".", ": ")
    return "\n\n".join((f"## {title}", summary, table(("Code", "Severity", "Found", "What to do"), rows)))
