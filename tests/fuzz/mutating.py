"""Spoils files that are right: bytes and lines are changed, doubled, left out, swapped with odd ones, or cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

_ODD: Final = (
    b"\x00", b"\xff", b"\xed\xa0\x80", b"\xf0\x9f\x98\x80", b"\xe2\x80\xae", b"\r\n", b";", b",", b'"', b"=",
    b"[" * 400, b"{", b"}", b"null", b"-1", b"1e999", b"99999999999999999999", b"NaN", b"true", b'""', b"..", b"/",
    b"\\u0000", b"\\ud800", b"9999-12-31", b"0000", b"\xef\xbb\xbf", b"=1+1", b"%s{0}", b"a" * 3000,
)  # fmt: skip


def mutated(right: Sequence[bytes], chance: random.Random) -> bytes:
    """Give one of the right files with some of its bytes otherwise."""
    content = bytearray(chance.choice(right))
    for _ in range(chance.choice((1, 1, 2, 4, 12))):
        at = chance.randrange(len(content) + 1)
        match chance.randrange(6):
            case 0 if content:
                content[at % len(content)] ^= 1 << chance.randrange(8)
            case 1:
                content[at:at] = chance.choice(_ODD)
            case 2:
                del content[at : at + chance.choice((1, 2, 8, 60))]
            case 3:
                content[at:at] = content[at : at + chance.choice((1, 8, 200))]
            case 4:
                odd = chance.choice(_ODD)
                content[at : at + len(odd)] = odd
            case _ if chance.random() < 0.2:
                del content[at:]
    return bytes(content)
