"""The script a colleague would write: read the weekly workbooks with pandas, sum by person and month, join the plan.

``python -m benchmarks.peers.weekly PLAN FOLDER OUT``. It checks nothing: no unit, no copy, no unknown name is noticed.
"""

import sys
from pathlib import Path

import pandas as pd


def main(plan: str, folder: str, output: str) -> None:
    """Target, actual, achievement and variance of each person and month."""
    reports = pd.concat([pd.read_excel(path, engine="openpyxl") for path in sorted(Path(folder).glob("*.xlsx"))])
    reports["月份"] = reports["周开始日期"].dt.to_period("M").dt.to_timestamp()
    actual = reports.groupby(["工号", "月份"], as_index=False)[["销售额(元)", "回款额(元)"]].sum()
    table = pd.read_excel(plan, engine="openpyxl").merge(actual, on=["工号", "月份"], how="left")
    table["达成率"] = table["销售额(元)"] / table["目标值"]
    table["差额"] = table["销售额(元)"] - table["目标值"]
    table.to_excel(output, index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
