from collections.abc import Mapping

def build_stylesheet(
    theme: str = "",
    invert_secondary: bool = False,
    extra: Mapping[str, object] = ...,
    parent: str = "theme",
    template: str = ...,
    export: bool = False,
) -> str: ...
