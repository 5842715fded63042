"""A new site knows the controlled vocabularies."""

from django.db import migrations

from courseware.catalogue.vocabulary import load_vocabulary


def load(apps, schema_editor):
    load_vocabulary(apps.get_model("catalogue", "Term"))


class Migration(migrations.Migration):
    dependencies = [("catalogue", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
