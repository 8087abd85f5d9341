"""All SQL of the neighbourhood."""

from __future__ import annotations
