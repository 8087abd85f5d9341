"""The fixed words of street activities as they are said: who leads, target groups, and the 17 goals in short."""

from __future__ import annotations

from typing import Final

from buurtkamer_app.base.i18n import mark, translate
from buurtkamer_app.base.terms_around import LedBy, TargetGroup

LED_BY: Final = {
    LedBy.PROFESSIONALS: mark("Professionals"),
    LedBy.TOGETHER: mark("Professionals and residents together"),
    LedBy.RESIDENTS: mark("Residents do it themselves"),
}
# In a table, where there is little room.
SHORT: Final = {
    LedBy.PROFESSIONALS: mark("Professionals"),
    LedBy.TOGETHER: mark("Together"),
    LedBy.RESIDENTS: mark("Residents themselves"),
}
# These words are the form's own, and stand on the look back only.
TARGETS: Final = {
    TargetGroup.CHILDREN: mark("Children"),
    TargetGroup.YOUTH: mark("Young people"),
    TargetGroup.OLDER: mark("Older people"),
    TargetGroup.FAMILIES: mark("Families"),
    TargetGroup.MIGRATION: mark("People with a migration background"),
    TargetGroup.OTHER_LANGUAGE: mark("People who speak another language"),
    TargetGroup.POVERTY: mark("People in poverty"),
}
# As residents may read them: on a plan, and where one is made.
GENTLE: Final = TARGETS | {
    TargetGroup.MIGRATION: mark("Neighbours from other countries"),
    TargetGroup.OTHER_LANGUAGE: mark("Neighbours who speak another language"),
    TargetGroup.POVERTY: mark("Neighbours with a small purse"),
}
# The sustainable development goals of the United Nations, in short words.
GOALS: Final = {
    1: mark("No poverty"),
    2: mark("No hunger"),
    3: mark("Good health"),
    4: mark("Good education"),
    5: mark("Equality of women and men"),
    6: mark("Clean water"),
    7: mark("Clean energy"),
    8: mark("Decent work"),
    9: mark("Industry and innovation"),
    10: mark("Less inequality"),
    11: mark("Sustainable cities"),
    12: mark("Responsible consumption"),
    13: mark("Climate"),
    14: mark("Life in water"),
    15: mark("Life on land"),
    16: mark("Peace and justice"),
    17: mark("Working together"),
}


def goal(number: int) -> str:
    """Say a goal with its number: `11 Sustainable cities`."""
    return f"{number} {translate(GOALS[number])}"
