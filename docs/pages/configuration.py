"""``configuration.md``: every key of ``salescli.toml``, from the classes that read it."""

import types
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin

from annotated_types import Ge, Gt, Le, Lt
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pages import markdown
from pages.markdown import code, fence, table
from salescli.table.config import Config

INTRODUCTION = """\
salescli reads `salescli.toml` in the current folder, or the file given with `--config`. Every key may be left out. An
option on the command line wins over the configuration. A key that does not exist is an error that names the nearest
one, and a value that cannot be used is an error that says why; nothing is passed over in silence."""

EXAMPLES: Mapping[str, str] = {"columns": '"业绩" = "累计实际"'}
"""Lines for the sections whose keys the user chooses."""

KINDS: Mapping[type, str] = {
    bool: "true or false",
    int: "whole number",
    Decimal: "number",
    float: "number",
    str: "text",
    date: "date",
}


def page() -> str:
    """The page."""
    sections = [_section(name, info) for name, info in Config.model_fields.items()]
    return markdown.page("Configuration", INTRODUCTION, *sections, "## A complete salescli.toml", _sample_text())


def sample() -> str:
    """A complete ``salescli.toml``: every key with its default; keys that have none are commented out."""
    return "\n\n".join(_sample_section(name, info) for name, info in Config.model_fields.items()) + "\n"


def _sample_text() -> str:
    return "Every key at its default; the line under `[columns]` is an example.\n\n" + fence(sample(), "toml")


def _keys(info: FieldInfo) -> Mapping[str, FieldInfo] | None:
    """The keys of a section, None for a section whose keys the user chooses (or a plain key)."""
    model = info.annotation
    return model.model_fields if isinstance(model, type) and issubclass(model, BaseModel) else None


def _section(name: str, info: FieldInfo) -> str:
    keys = _keys(info)
    if keys is None:
        example = fence(f"[{name}]\n{EXAMPLES[name]}", "toml")
        return "\n\n".join((f"## [{name}]", info.description or "", example))
    summary = (getattr(info.annotation, "__doc__", None) or "").strip()
    rows = (
        (code(key), kind(item), code(_default(item)) or "none", item.description or "") for key, item in keys.items()
    )
    return "\n\n".join((f"## [{name}]", summary, table(("Key", "Type", "Default", "Meaning"), rows)))


def _sample_section(name: str, info: FieldInfo) -> str:
    keys = _keys(info)
    if keys is None:
        return f"[{name}]\n{EXAMPLES[name]}"
    return "\n".join((f"[{name}]", *(_sample_line(key, item) for key, item in keys.items())))


def _sample_line(key: str, info: FieldInfo) -> str:
    value = _default(info)
    return f"{key} = {value}" if value else f"# {key} ="


def _default(info: FieldInfo) -> str:
    """The default in TOML's spelling, empty when there is none."""
    return toml(info.get_default(call_default_factory=True))


def kind(info: FieldInfo) -> str:
    """What a key takes, in words."""
    return ", ".join((_kind(info.annotation), *(words for item in info.metadata if (words := _limit(item)))))


def _limit(bound: object) -> str:
    for form, name, word in ((Gt, "gt", "above"), (Ge, "ge", "from"), (Lt, "lt", "below"), (Le, "le", "up to")):
        if isinstance(bound, form):
            return f"{word} {getattr(bound, name)}"
    return ""


def _kind(annotation: Any) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return " or ".join(code(f'"{item}"') for item in arguments)
    if origin in (Union, types.UnionType):
        return " or ".join(_kind(item) for item in arguments if item is not type(None))
    if origin in (frozenset, set, list, tuple):
        return f"list of {_kind(arguments[0])}s"
    if origin is dict:
        return f"table of {_kind(arguments[1])}s by name"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return " or ".join(code(f'"{item.value}"') for item in annotation)
    return KINDS[annotation]


def toml(value: object) -> str:
    """A default in TOML's spelling, empty for None."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Enum):
        return toml(value.value)
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f'"{key}" = {toml(item)}' for key, item in value.items()) + " }" if value else "{}"
    if isinstance(value, Iterable):
        items = [toml(item) for item in value]
        return f"[{', '.join(sorted(items) if isinstance(value, frozenset) else items)}]"
    return str(value)
