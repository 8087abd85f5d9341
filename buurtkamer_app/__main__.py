"""The command `buurtkamer`, also as `python -m buurtkamer_app`."""

from __future__ import annotations


def main() -> None:
    """Run the command that was typed."""
    from buurtkamer_app.cli import buurtkamer  # noqa: PLC0415 - a child process of a replay imports this file too

    buurtkamer()


if __name__ == "__main__":
    main()
