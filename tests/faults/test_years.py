"""Ten years of visits in the store: the benchmarks that have a budget for it say themselves when it fails."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from buurtkamer_app.base import paths


@pytest.mark.long
@pytest.mark.parametrize("name", ["today_page.py", "name_search.py"])
def test_with_ten_years_in_the_store_the_budgets_hold(name: str) -> None:
    call = [sys.executable, str(paths.shipped() / "benchmarks" / name)]
    done = subprocess.run(
        call,
        capture_output=True,
        text=True,
        check=False,
        timeout=900,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
