"""Frozen dataclasses that cost a third of the usual to declare.

For a frozen class with slots the standard library compiles six functions; a command loads some two hundred of them,
which was a quarter of its start. Here the constructor alone is compiled, and what else a record has is shared by all.
In everything else, type checkers included, they are the standard library's dataclasses.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

__all__ = ["dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(cls: type | None = None, /, **asked: bool) -> Any:
        """As :func:`dataclasses.dataclass`; classes that are not simply frozen with slots are left to it."""
        if cls is None:
            return lambda declared: dataclass(declared, **asked)
        if {"eq": True, **asked} not in _SIMPLY:
            return dataclasses.dataclass(cls, **asked)
        return _frozen(cls, compared=asked.get("eq", True))


_SIMPLY: Final = tuple({"frozen": True, "slots": True, "eq": equal} for equal in (True, False))


def _frozen(cls: type, *, compared: bool) -> type:
    own = vars(cls)
    for name, function in {**_SHARED, **(_COMPARED if compared else {})}.items():
        if own.get(name) is None:  # a class with an __eq__ of its own has None for its hash
            setattr(cls, name, function)
    made: Any = dataclasses.dataclass(cls, init=False, repr=False, eq=False, slots=True)
    fields = dataclasses.fields(made)
    made.__compared__ = _values([one.name for one in fields if one.compare])
    if "__init__" not in own:
        made.__init__ = _constructor(made, fields)
    return made  # type: ignore[no-any-return]


def _values(names: Sequence[str]) -> Callable[[Any], object]:
    """What records of one class are compared and hashed by."""
    if not names:
        return attrgetter("__slots__")  # all of them are alike
    return attrgetter(*names, names[-1]) if len(names) == 1 else attrgetter(*names)  # always a tuple


def _constructor(cls: type, fields: Sequence[dataclasses.Field[Any]]) -> Callable[..., None]:
    """``def __init__(self, name, other=default): …`` as the standard library writes it."""
    known: dict[str, Any] = {"_set": object.__setattr__, "_missing": dataclasses.MISSING}
    plain, named, lines = ["self"], ["*"], []
    for one in fields:
        taken = value = one.name
        if one.default_factory is not dataclasses.MISSING:
            known[f"_make_{one.name}"] = one.default_factory
            taken = f"{one.name}=_missing"
            fresh = f"_make_{one.name}()"
            value = f"{fresh} if {one.name} is _missing else {one.name}" if one.init else fresh
        elif one.default is not dataclasses.MISSING:
            known[f"_default_{one.name}"] = one.default
            taken = f"{one.name}=_default_{one.name}"
            value = one.name if one.init else f"_default_{one.name}"
        elif not one.init:
            continue  # left to __post_init__
        if one.init:
            (named if one.kw_only else plain).append(taken)
        lines.append(f"_set(self, {one.name!r}, {value})")
    lines += ["self.__post_init__()"] if hasattr(cls, "__post_init__") else []
    parameters = ", ".join([*plain, *(named if len(named) > 1 else ())])
    exec(f"def __init__({parameters}):\n " + "\n ".join(lines or ["pass"]), known)  # as dataclasses does
    constructor: Callable[..., None] = known["__init__"]
    constructor.__qualname__ = f"{cls.__qualname__}.__init__"
    return constructor


def _equal(self: Any, other: Any) -> Any:
    if other.__class__ is not self.__class__:
        return NotImplemented
    return self.__compared__(self) == self.__compared__(other)


def _hashed(self: Any) -> int:
    return hash(self.__compared__(self))


def _said(self: Any) -> str:
    said = (f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
    return f"{self.__class__.__qualname__}({', '.join(said)})"


def _kept(self: Any, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _held(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, one.name) for one in dataclasses.fields(self)]


def _restored(self: Any, state: Sequence[Any]) -> None:
    for one, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, one.name, value)


_SHARED: Final[Mapping[str, Callable[..., Any]]] = {
    "__repr__": _said,
    "__setattr__": _kept,
    "__delattr__": _held,
    "__getstate__": _state,
    "__setstate__": _restored,
}

_COMPARED: Final[Mapping[str, Callable[..., Any]]] = {"__eq__": _equal, "__hash__": _hashed}
