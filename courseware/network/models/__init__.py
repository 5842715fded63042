"""Tables of the network."""

from courseware.network.models.agreement import Agreement, AgreementParty
from courseware.network.models.grant_groups import GrantGroup
from courseware.network.models.institution import Institution, InstitutionLevel
from courseware.network.models.institution_page import InstitutionPage
from courseware.network.models.partner import Partner
from courseware.network.models.person import Membership, Person, name_of
from courseware.network.models.section import Section, SectionMember

__all__ = [
    "Agreement",
    "AgreementParty",
    "GrantGroup",
    "Institution",
    "InstitutionLevel",
    "InstitutionPage",
    "Membership",
    "Partner",
    "Person",
    "Section",
    "SectionMember",
    "name_of",
]
