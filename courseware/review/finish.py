"""What happens when the last step of a review has approved (``settings.WAGTAIL_FINISH_WORKFLOW_ACTION``).

A module of its own: Wagtail imports it while its own models are being made.
"""

from django.db import transaction


@transaction.atomic
def publish_approved(workflow_state, user=None) -> None:
    """Publish exactly what was approved; PublicationRefused when the gate says no.

    Stock publishes the newest revision, approved or not, and asks whether the last approver may publish: nobody may
    (wagtail/workflows.py: publish_workflow_state).
    """
    from courseware.review.services.publication import publish_reviewed  # models, not there yet at load time

    publish_reviewed(review=workflow_state, by=user)
