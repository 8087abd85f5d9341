"""Concerns and incidents."""

from __future__ import annotations
