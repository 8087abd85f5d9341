"""What a concern can be."""

from __future__ import annotations
