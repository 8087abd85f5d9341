"""Words with a fixed set of values of the programmes around the room: markets, streets, the neighbourhood, the team."""

from __future__ import annotations

import enum


class Programme(enum.StrEnum):
    """What a room may have beside itself; what it does not have is nowhere in sight."""

    TEAM = "team"
    MARKET = "market"
    NEIGHBOURHOOD = "neighbourhood"
    STREET = "street"


class Motive(enum.StrEnum):
    """Why somebody comes to a part of a market (De Sociale Buurtmarkt names the four)."""

    MEETING = "meeting"
    CONNECTION = "connection"
    RELAXATION = "relaxation"
    DISCOVERY = "discovery"


class ElementKind(enum.StrEnum):
    """What a market is made of."""

    STALL = "stall"
    CHILDREN = "children"
    WORKSHOP = "workshop"
    PERFORMANCE = "performance"


class EventRole(enum.StrEnum):
    """Who carries a market."""

    PRODUCER = "producer"
    COMMUNITY_BUILDER = "community_builder"
    PRODUCTION_LEAD = "production_lead"
    PROGRAMMER = "programmer"
    PROMOTION = "promotion"


class SessionKind(enum.StrEnum):
    """How people come together for a market: before it, and on the day itself."""

    START = "start"
    MEETING = "meeting"
    WORKING = "working"
    DAY = "day"


class PlanThing(enum.StrEnum):
    """What stands on a floor plan; nothing may stand on the emergency route."""

    STALL = "stall"
    STAGE = "stage"
    TABLE = "table"
    ENTRANCE = "entrance"
    ROUTE = "route"
    FIRST_AID = "first_aid"
    TOILET = "toilet"
    POWER = "power"
    TREE = "tree"
    BUILDING = "building"


class LedBy(enum.StrEnum):
    """Who leads the gatherings of a street, in the order in which that goes."""

    PROFESSIONALS = "professionals"
    TOGETHER = "together"
    RESIDENTS = "residents"


class TargetGroup(enum.StrEnum):
    """For whom a street activity was; ticked for the activity as a whole, never for a person."""

    CHILDREN = "children"
    YOUTH = "youth"
    OLDER = "older"
    FAMILIES = "families"
    MIGRATION = "migration"
    OTHER_LANGUAGE = "other_language"
    POVERTY = "poverty"


class Characteristic(enum.StrEnum):
    """The five characteristics of a neighbourhood for everybody (Movisie, Een buurt voor iedereen)."""

    OPEN = "open"
    MATTER = "matter"
    RESOURCES = "resources"
    CUSTOMS = "customs"
    SAFETY = "safety"


class Respondent(enum.StrEnum):
    """From where somebody looks at the neighbourhood."""

    RESIDENT = "resident"
    VOLUNTEER = "volunteer"
    PROFESSIONAL = "professional"
    PARTNER = "partner"


class ResourceKind(enum.StrEnum):
    """What the neighbourhood has."""

    ASSOCIATION = "association"
    CHURCH = "church"
    SERVICE = "service"
    SHOP = "shop"
    SCHOOL = "school"
    RESIDENT = "resident"
    PLACE = "place"


class EffectOn(enum.StrEnum):
    """On what taking part may have an effect (Buurtvolk names the seven)."""

    LANGUAGE = "language"
    NETWORK = "network"
    MEANING = "meaning"
    DAILY_LIFE = "daily_life"
    MENTAL = "mental"
    PHYSICAL = "physical"
    FINANCIAL = "financial"


class Bearer(enum.StrEnum):
    """Who bears a cost or has a benefit."""

    MUNICIPALITY = "municipality"
    HOUSING = "housing"
    CARE = "care"
    RESIDENTS = "residents"
