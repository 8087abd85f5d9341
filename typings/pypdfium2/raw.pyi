# PDFium's own functions, made from its C headers; they carry no types.

from typing import Any

def __getattr__(name: str) -> Any: ...
