class Blob:
    def __init__(self, data: bytes) -> None: ...

class Face:
    def __init__(self, blob: Blob) -> None: ...

class Font:
    def __init__(self, face: Face) -> None: ...
    def glyph_to_string(self, gid: int) -> str: ...

class GlyphInfo:
    codepoint: int
    cluster: int

class GlyphPosition:
    x_advance: int
    x_offset: int
    y_offset: int

class Buffer:
    direction: str
    glyph_infos: list[GlyphInfo]
    glyph_positions: list[GlyphPosition]
    def add_str(self, text: str) -> None: ...
    def guess_segment_properties(self) -> None: ...

def shape(font: Font, buffer: Buffer, features: dict[str, bool] | None = ...) -> None: ...
