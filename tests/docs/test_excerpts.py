"""What the READMEs show of the terminal is what the terminal shows."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from salescli.cli.app import app
from salescli.cli.exits import Exit
from tests.docs.pages import ROOT, blocks
from tests.sheets import workbook

AUGUST = """
| 2026年8月 销售跟踪 |
| 区域 | 产品线 | 销售员 | 月度目标（万元） | 累计实际(元) | 达成率(%) |
| 华东 | A产品 | *小张 | 80 | 84万 | 105% |
| 华南 | B产品 | 小李 | 60 | 四十多万 | 75% |
| 华北 | C产品 | 小王 | 30 | 330,000 | 120% |
| 合计 | | | 170 | 1,620,000 | |
"""


@pytest.mark.parametrize("readme", ["README.md", "README.zh.md"])
def test_check_prints_what_the_readme_shows(readme: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    workbook(tmp_path / "august.xlsx", {"月度目标分解与跟踪表": AUGUST})
    monkeypatch.chdir(tmp_path)
    lines = blocks(ROOT / readme, "text")[0].splitlines()
    command = lines[0].removeprefix("$ salescli ").split()
    options = [] if "--lang" in command else ["--lang", "en"]
    ran = CliRunner().invoke(app, [*options, *command])
    assert ran.exit_code == Exit.DATA_ERRORS
    printed = "".join(ran.stderr.split())
    assert printed.startswith("".join("".join(lines[1:]).split()))  # the page breaks its lines by hand
