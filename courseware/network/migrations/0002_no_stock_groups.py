"""Stock groups grant rights on the whole tree and a workflow of their own: this site derives both."""

from django.db import migrations


def remove_stock(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=["Editors", "Moderators"]).delete()
    apps.get_model("wagtailcore", "WorkflowPage").objects.all().delete()
    apps.get_model("wagtailcore", "Workflow").objects.filter(name="Moderators approval").update(active=False)
    apps.get_model("wagtailcore", "Task").objects.filter(name="Moderators approval").update(active=False)


class Migration(migrations.Migration):
    dependencies = [("network", "0001_initial"), ("wagtailcore", "0098_apitoken"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(remove_stock, migrations.RunPython.noop)]
