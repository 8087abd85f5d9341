"""Records of the neighbourhood: call agreements, places in the house."""

from __future__ import annotations
