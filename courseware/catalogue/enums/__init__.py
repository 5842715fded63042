"""Constants of the catalogue."""

from courseware.catalogue.enums.case import (
    AgeBand,
    AgeUnit,
    CaseSetting,
    Certainty,
    ConsentKind,
    Difficulty,
    Frequency,
    Sex,
    Stage,
)
from courseware.catalogue.enums.contribution import ContributionRole
from courseware.catalogue.enums.course import (
    Bloom,
    CourseNature,
    CourseType,
    Domain,
    RequiredLevel,
)
from courseware.catalogue.enums.kind import Kind
from courseware.catalogue.enums.version import VersionKind
from courseware.catalogue.enums.vocabulary import Vocabulary

__all__ = [
    "AgeBand",
    "AgeUnit",
    "Bloom",
    "CaseSetting",
    "Certainty",
    "ConsentKind",
    "ContributionRole",
    "CourseNature",
    "CourseType",
    "Difficulty",
    "Domain",
    "Frequency",
    "Kind",
    "RequiredLevel",
    "Sex",
    "Stage",
    "VersionKind",
    "Vocabulary",
]
