"""激励方案结构表: the plan as it was understood, in the form that `--plan` reads back."""

from collections.abc import Sequence

from salescli.excel.book import Block, Line, Sheet
from salescli.excel.template import fields_of, line_of
from salescli.payout.plan import Plan
from salescli.payout.rule_rows import RULES, RuleRow
from salescli.payout.structure import structure
from salescli.words import incentive as words
from salescli.words.language import Lang


def structure_sheet(plan: Plan, lang: Lang) -> Sheet:
    """One line a rule, without the columns that no rule fills; it reads back as the table `rules`."""
    return kept_structure_sheet(structure(plan), lang)


def kept_structure_sheet(rows: Sequence[RuleRow], lang: Lang) -> Sheet:
    """The sheet of rules that stand in rows already, as a paid period's do."""
    keys = [
        item.key for item in RULES.fields if item.required or any(getattr(row, item.key) is not None for row in rows)
    ]
    lines = tuple(Line({key: line_of(RULES, row, lang)[key] for key in keys}) for row in rows)
    name = RULES.sheet(lang)
    block = Block("structure", fields_of(RULES, lang, keys), lines)
    return Sheet(name, (block,), title=name, notes=(words.STRUCTURE_NOTE.say(lang),), frozen_columns=1)
