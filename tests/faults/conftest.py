"""Lets the tests of the table read the set-up's own modules, as the tests of the set-up do."""

from __future__ import annotations

import sys

from buurtkamer_app.base import paths

sys.path.append(str(paths.shipped() / "installer"))
