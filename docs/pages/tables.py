"""``tables.md``: every table that salescli reads or writes, from its declaration."""

from typing import Any

from pages import markdown
from pages.markdown import both, code, table
from salescli.catalog import TABLES
from salescli.table.table import Field, Table
from salescli.table.texts import ChoiceKind
from salescli.words import terminal as words
from salescli.words.language import Lang

INTRODUCTION = """\
Each table is declared once in the program; this page, the blank templates, the reading and the checks all come
from that declaration. `salescli template KIND -o FILE.xlsx` writes any table that is filled in by hand, and
`--filled` adds the example rows below.

A header is recognised in Simplified or Traditional Chinese or in English, under any name listed as *also
recognised*, with or without its unit in brackets. The unit in the header scales the cells: under `月度目标(万元)` a
cell `80` is 800,000. Columns the table does not know are left alone, with a note. For headers of your own, see
`[columns]` in [configuration](configuration.md).

**Cell** says what a cell may hold:

- *money*: `800,000`, `￥800000.00`, `80万`, `1.2亿`, `(1,200)` for a negative amount; kept exact to the fen.
- *whole number*: `30`, `30家`. *number*: any of these with a fraction.
- *ratio*: `105%` or `1.05`. A plain `105` is refused, because it could mean either.
- *figure, with its unit if any*: where each row measures something else: `1,500,000`, `30家`, `5万元`, `12%`.
- dates as `2026年9月30日`, `2026-9-30`, `2026/9/30`; months as `2026年8月`, `2026-08`; a week by its Monday.
- Blank, `-`, `—`, `/`, `N/A` and `无` are empty. An Excel error such as `#DIV/0!` is reported at its cell.

**Need**: *required* must be filled in; *computed* is worked out by salescli. A computed cell may stay blank; if it is
filled in, it is compared with the computed figure and a difference is a warning that shows both."""


def page() -> str:
    """The page."""
    stages = dict.fromkeys(item.stage for item in TABLES.values())
    parts = [INTRODUCTION, _contents()]
    for stage in stages:
        parts.append(f"## {words.STAGES[stage].zh} · {stage}")
        parts += [_section(item) for item in TABLES.values() if item.stage == stage]
    return markdown.page("Tables", *parts)


def _contents() -> str:
    rows = (
        (f"[`{item.name}`](#{item.name})", item.sheets[0], item.sheet_en, item.stage, _filled_by(item))
        for item in TABLES.values()
    )
    return table(("Kind", "Sheet", "English sheet", "Stage", "Filled in by"), rows)


def _filled_by(item: Table[Any]) -> str:
    return "you" if item.filled_in else "salescli"


def _section(item: Table[Any]) -> str:
    sheets = " · ".join(dict.fromkeys((*item.sheets, item.sheet_en)))
    facts = [f"Sheet: **{sheets}**"]
    if item.key:
        facts.append(f"One row per: {' + '.join(item.label(key).zh for key in item.key)}")
    facts.append(f"Filled in by: {_filled_by(item)}")
    parts = [f"### {item.name}", f"{item.help.en}  \n{item.help.zh}" if item.help.zh else "", "  \n".join(facts)]
    parts.append(table(("Column", "Key", "Cell", "Need", "Also recognised", "Note"), map(_column, item.fields)))
    if item.examples:
        parts += ["Example rows:", _examples(item)]
    return "\n\n".join(part for part in parts if part)


def _column(field: Field) -> tuple[str, ...]:
    column = field.column
    also = (*(() if column.hant is None else (column.hant,)), *column.aliases)
    return (
        both(column.header(Lang.ZH), column.header(Lang.EN)),
        code(field.key),
        _cell(field),
        "computed" if column.computed else "required" if field.required else "",
        "、".join(also),
        both(column.help.zh, column.help.en),
    )


def _cell(field: Field) -> str:
    label = field.kind.label.en
    if isinstance(field.kind, ChoiceKind):
        label = f"{label}: {' / '.join(field.kind.words(Lang.ZH))}"
    return f"{label}; a blank cell repeats the one above" if field.column.carried else label


def _examples(item: Table[Any]) -> str:
    keys = [field.key for field in item.fields if any(field.key in row for row in item.examples)]
    rows = ([str(row.get(key, "")) for key in keys] for row in item.examples)
    return table([item.header(key, Lang.ZH) for key in keys], rows)
