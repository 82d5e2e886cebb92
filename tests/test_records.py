"""Records are dataclasses in all but the cost of declaring them: each shape beside the standard library's own."""

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import field
from typing import Any, ClassVar, Generic, TypeVar

import pytest

from salescli.records import dataclass

Kind = TypeVar("Kind")


def both(declared: Callable[[Any], type]) -> tuple[Any, Any]:
    """One class declared twice: as a record, and by the standard library."""
    return declared(dataclass(frozen=True, slots=True)), declared(dataclasses.dataclass(frozen=True, slots=True))


def plain(made: Any) -> type:
    class Shape:
        """A few fields with defaults."""

        LIMIT: ClassVar[int] = 3
        name: str
        parts: list[int] = field(default_factory=list)
        size: int = 2

        @property
        def doubled(self) -> int:
            return self.size * 2

    return made(Shape)  # type: ignore[no-any-return]


def one(made: Any) -> type:
    class Shape:
        name: str

    return made(Shape)  # type: ignore[no-any-return]


def empty(made: Any) -> type:
    class Shape:
        """Nothing."""

    return made(Shape)  # type: ignore[no-any-return]


def apart(made: Any) -> type:
    class Shape(Generic[Kind]):
        name: str
        region: str = field(default="", compare=False)
        hidden: int = field(default=1, repr=False)
        counted: int = field(default=7, init=False)
        listed: list[int] = field(default_factory=list, init=False, compare=False)
        late: int = field(default=4, kw_only=True)
        length: int = field(init=False)

        def __post_init__(self) -> None:
            if not self.name:
                raise ValueError("no name")
            object.__setattr__(self, "length", len(self.name))

    return made(Shape)  # type: ignore[no-any-return]


def own(made: Any) -> type:
    class Shape:  # noqa: PLW1641  # the decorator gives it one
        name: str
        size: int = 0

        def __eq__(self, other: object) -> bool:
            return isinstance(other, type(self)) and other.name == self.name

        def __repr__(self) -> str:
            return f"<{self.name}>"

    return made(Shape)  # type: ignore[no-any-return]


SHAPES: list[tuple[Callable[[Any], type], list[tuple[tuple[Any, ...], dict[str, Any]]]]] = [
    (plain, [(("a",), {}), (("a", [1]), {}), (("a",), {"size": 5}), (("b", [], 2), {}), ((), {}), (("a",), {"x": 1})]),
    (one, [(("a",), {}), (((1, 2),), {}), ((), {}), (("a", "b"), {})]),
    (empty, [((), {}), ((1,), {})]),
    (apart, [(("a",), {}), (("a", "east"), {}), (("a",), {"late": 1}), (("",), {}), (("a", "b", 2, 3), {})]),
    (own, [(("a",), {}), (("a", 1), {}), (("b",), {})]),
]


def tried(act: Callable[..., object], *given: object, **named: object) -> object:
    """What comes of it, or the kind of error."""
    try:
        return act(*given, **named)
    except (TypeError, ValueError, AttributeError) as error:
        return type(error)


@pytest.mark.parametrize(("shape", "calls"), SHAPES, ids=[shape.__name__ for shape, _ in SHAPES])
def test_a_record_is_what_the_standard_library_makes_of_the_class(shape: Any, calls: Any) -> None:
    record, usual = both(shape)
    assert (record.__match_args__, record.__slots__) == (usual.__match_args__, usual.__slots__)
    pairs = [(tried(record, *given, **named), tried(usual, *given, **named)) for given, named in calls]
    refused = [(mine, theirs) for mine, theirs in pairs if isinstance(theirs, type)]
    assert all(mine is theirs for mine, theirs in refused)
    made: list[tuple[Any, Any]] = [(mine, theirs) for mine, theirs in pairs if not isinstance(theirs, type)]
    for mine, theirs in made:
        assert repr(mine) == repr(theirs)
        assert dataclasses.asdict(mine) == dataclasses.asdict(theirs)
        assert (tried(hash, mine) is TypeError) == (tried(hash, theirs) is TypeError)
        assert mine == copy.copy(mine) == copy.deepcopy(mine) == dataclasses.replace(mine)
        for name in ("name", "other"):
            assert tried(setattr, mine, name, 1) is tried(delattr, mine, name) is dataclasses.FrozenInstanceError
    for first, second in made:
        assert [first == other for other, _ in made] == [second == other for _, other in made]
        assert first != 1


def test_records_that_are_equal_have_one_hash() -> None:
    record, _ = both(apart)
    assert len({record("a", "east"), record("a", "west"), record("b")}) == 2


@dataclass(frozen=True, slots=True)
class Sent:
    """One that another process can find."""

    name: str
    parts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Further(Sent):
    """One with more to it."""

    size: int = 0


@pytest.mark.parametrize("item", [Sent("a", (1, 2)), Further("a", (1,), 3)])
def test_a_record_survives_the_way_to_another_process(item: Sent) -> None:
    assert pickle.loads(pickle.dumps(item)) == item
    match item:
        case Further(name, parts, size):
            assert (name, parts, size) == ("a", (1,), 3)
        case Sent(name, parts):
            assert (name, parts) == ("a", (1, 2))


def test_a_record_without_comparison_is_itself_alone() -> None:
    @dataclass(frozen=True, slots=True, eq=False)
    class Report:
        name: str

    first = Report("a")
    assert first != Report("a")
    assert len({first, Report("a"), first}) == 2
    assert repr(first).endswith("Report(name='a')")


def test_other_dataclasses_are_left_as_they_are() -> None:
    @dataclass(frozen=True, slots=True, order=True)
    class Ordered:
        size: int

    @dataclass(slots=True)
    class Open:
        size: int

    assert Ordered(1) < Ordered(2)
    changed = Open(1)
    changed.size = 2
    assert changed == Open(2)
