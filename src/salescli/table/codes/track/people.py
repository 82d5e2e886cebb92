"""Whose the rows of reports are, and where they belong."""

from salescli.table.problem import Severity, define

ERROR, WARNING = Severity.ERROR, Severity.WARNING

UNKNOWN_PERSON = define(
    "unknown-person",
    WARNING,
    (
        "计划里找不到“{person}”，{rows} 行(销售额共 {sales})没有计入。{near}",
        "“{person}” is not in the plan; not counted: rows {rows}, sales {sales}. {near}",
    ),
    ("请更正姓名、工号或区域，或在计划里补上。", "Correct the name, ID or region, or add the person to the plan."),
)
AMBIGUOUS_PERSON = define(
    "ambiguous-person",
    ERROR,
    (
        "“{person}”可能是：{candidates}。共 {rows} 行无法区分。",
        "“{person}” could be any of: {candidates}. {rows} {rows:row|rows} cannot be told apart.",
    ),
    ("请在周报里填写工号或区域。", "Fill in the employee ID or the region in the report."),
)
AMBIGUOUS_REGION = define(
    "ambiguous-region",
    ERROR,
    (
        "“{person}”在 {regions} 都有目标，共 {rows} 行没有写明区域。",
        "“{person}” has targets in {regions}, and {rows} {rows:row does|rows do} not name the region.",
    ),
    ("请在周报里填写区域。", "Fill in the region in the report."),
)
NAME_DIFFERS = define(
    "name-differs",
    WARNING,
    (
        "工号 {employee_id} 在计划里是“{planned}”，周报里写的是“{found}”；按工号计入。",
        "The plan knows {employee_id} as “{planned}”, the report says “{found}”; it was counted by its ID.",
    ),
    ("请核对工号和姓名。", "Please check the ID and the name."),
)
REGION_DIFFERS = define(
    "region-differs",
    WARNING,
    (
        "{person} 在 {month} 的计划区域是 {planned}，这里写的是“{found}”：{rows} 行（共 {amount}）按计划的区域计入。",
        "The plan has {person} in {planned} for {month}, here it says “{found}”: {rows} {rows:row|rows} ({amount}) "
        "{rows:counts|count} in the plan's region.",
    ),
    (
        "写错了请更正；如果换了区域，请在计划里从当月起改区域。",
        "Correct it if it is a slip; if they moved, change the region in the plan from that month on.",
    ),
)
