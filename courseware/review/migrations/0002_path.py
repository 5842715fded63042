"""The path of the review, for the whole tree and so for both languages; the two-step workflows before it go."""

from django.db import migrations

STEPS = [
    ("institutionchecktask", "单位审核 · Institution check"),
    ("privacychecktask", "隐私与知情同意审核 · Privacy and consent check"),
    ("translationchecktask", "译文审核 · Translation check"),
    ("editorialdecisiontask", "编辑决定 · Editorial decision"),
]


def lay_the_path(apps, schema_editor):
    content_types = apps.get_model("contenttypes", "ContentType").objects
    workflows = apps.get_model("wagtailcore", "Workflow").objects
    places = apps.get_model("wagtailcore", "WorkflowPage").objects
    places.all().delete()
    workflows.update(active=False)
    apps.get_model("wagtailcore", "Task").objects.update(active=False)
    path = workflows.create(name="评审 · Review", active=True)
    for order, (model, name) in enumerate(STEPS):
        kind, _created = content_types.get_or_create(app_label="review", model=model)
        task = apps.get_model("review", model).objects.create(name=name, active=True, content_type=kind)
        apps.get_model("wagtailcore", "WorkflowTask").objects.create(workflow=path, task_id=task.pk, sort_order=order)
    for root in apps.get_model("wagtailcore", "Page").objects.filter(depth=1):
        places.create(page=root, workflow=path)


class Migration(migrations.Migration):
    dependencies = [
        ("review", "0001_initial"),
        ("network", "0003_checks_translations"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]
    operations = [migrations.RunPython(lay_the_path, migrations.RunPython.noop)]
