"""What comes first of all that fits a few letters."""

from __future__ import annotations

from buurtkamer_app.base.letters import words


def nearness(typed: str, name: str) -> int:
    """Tell how near a name comes to what was typed: 0 it begins with it, 1 a word of it does, 2 only the rest fits."""
    sought, known = words(typed), words(name)
    if not sought or not known:
        return 2
    if known[0].startswith(sought[0]):
        return 0
    return 1 if any(word.startswith(sought[0]) for word in known) else 2
