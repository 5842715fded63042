from search.models.concept import Concept, Name
from search.models.document import SearchCue, SearchDocument, Term
from search.models.state import PendingChange, Sought, Stamp

__all__ = ["Concept", "Name", "PendingChange", "SearchCue", "SearchDocument", "Sought", "Stamp", "Term"]
