"""The peer review takes its place in the path, after the institution's own check."""

from django.db import migrations

NAME = "同行评审 · Peer review"


def add_the_step(apps, schema_editor):
    content_types = apps.get_model("contenttypes", "ContentType").objects
    places = apps.get_model("wagtailcore", "WorkflowTask").objects
    kind, _created = content_types.get_or_create(app_label="review", model="peerreviewtask")
    task = apps.get_model("review", "PeerReviewTask").objects.create(name=NAME, active=True, content_type=kind)
    for first in places.filter(task__content_type__app_label="review", task__content_type__model="institutionchecktask"):
        later = places.filter(workflow=first.workflow, sort_order__gt=first.sort_order or 0)
        for place in later.order_by("-sort_order"):
            place.sort_order += 1
            place.save(update_fields=["sort_order"])
        places.create(workflow=first.workflow, task_id=task.pk, sort_order=(first.sort_order or 0) + 1)


class Migration(migrations.Migration):
    dependencies = [("review", "0003_peer_review")]
    operations = [migrations.RunPython(add_the_step, migrations.RunPython.noop)]
