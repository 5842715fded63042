"""Refusals of a decision that are no lack of permission; the middleware answers them with a page of their own."""


class DecisionConflict(Exception):
    """A decision that cannot be taken now (HTTP 409); `reasons` are sentences for the person who tried."""

    status = 409

    def __init__(self, *reasons: str):
        self.reasons = list(reasons)
        super().__init__(" ".join(self.reasons))


class DecisionInvalid(DecisionConflict):
    """A decision whose form is not filled in as it must be (HTTP 400)."""

    status = 400


class DecisionForbidden(DecisionConflict):
    """A decision that is somebody else's to take (HTTP 403).

    No PermissionDenied: the admin answers that with a redirect, and the sentence is lost.
    """

    status = 403
