"""Rules of the handover."""

from __future__ import annotations
