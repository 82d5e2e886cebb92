"""The tables of paid periods: corrections, which people may give another reason, and the fingerprints on 审计."""

from enum import StrEnum
from typing import Annotated

from salescli.split.tables.columns import EMPLOYEE, PERSON, REGION
from salescli.table.column import Column, Free, Money, Name, Unit
from salescli.table.row import Row
from salescli.table.table import Table
from salescli.table.texts import ChoiceKind
from salescli.words import statements as words
from salescli.words.language import Text


class Reason(StrEnum):
    """Whose doing a late change was."""

    CUSTOMER = "customer"
    COMPANY = "company"
    SALES = "sales"

    @property
    def word(self) -> Text:
        """As it stands in a cell."""
        return {"customer": words.CUSTOMER, "company": words.COMPANY, "sales": words.SALES}[self.value]


ReasonCell = Annotated[Reason, ChoiceKind(Reason)]


class AdjustmentRow(Row):
    """One top-up or deduction of a paid period; `amount` is above zero for a top-up."""

    period: Annotated[Name, Column("核算周期", "Pay period", hant="核算週期")]
    employee_id: Annotated[Name | None, EMPLOYEE] = None
    person: Annotated[Name, PERSON]
    region: Annotated[Name, REGION]
    paid: Annotated[Money, Column("已发", "Paid so far", hant="已發", unit=Unit.CNY)]
    direction: Annotated[Name, Column("补/扣", "Kind", hant="補/扣")]
    amount: Annotated[Money, Column("补扣金额", "Correction", hant="補扣金額", unit=Unit.CNY)]
    reason: Annotated[ReasonCell, Column("原因", "Reason")]
    change: Annotated[Free | None, Column("变化", "What changed", hant="變化")] = None
    refund: Annotated[Money | None, Column("退款基数", "Refunded base", hant="退款基數", unit=Unit.CNY)] = None
    cause: Annotated[Name | None, Column("退款周期", "Refunded in", hant="退款週期")] = None
    remark: Annotated[Free | None, Column("说明", "Remark", hant="說明")] = None


class FingerprintRow(Row):
    """One fingerprint of a payout workbook."""

    of: Annotated[Name, Column("对象", "Of", hant="對象")]
    fingerprint: Annotated[Name, Column("指纹", "Fingerprint", hant="指紋")]


ADJUSTMENTS = Table(
    "adjustments",
    AdjustmentRow,
    ("补扣",),
    "Corrections",
    "payout",
    help=Text("已发周期的补发和扣回，一条一行。", "Top-ups and deductions of paid periods, one a row."),
    filled_in=False,
)
FINGERPRINTS = Table(
    "fingerprints",
    FingerprintRow,
    ("审计",),
    "Audit",
    "payout",
    help=Text("工作簿的指纹。", "The fingerprints of the workbook."),
    filled_in=False,
)
