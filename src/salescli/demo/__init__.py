"""An example company, its workbooks, and one round of the whole loop on them."""

from pathlib import Path
from typing import Final

DEFAULT_FOLDER: Final = Path("salescli-demo")
