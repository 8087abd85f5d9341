"""All SQL of regulars who stay away."""

from __future__ import annotations
