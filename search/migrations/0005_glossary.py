"""A new site knows the concepts that are shipped."""

from django.db import migrations

from search import lexicon


def load(apps, schema_editor):
    lexicon.load(
        lexicon.shipped(),
        concept_model=apps.get_model("search", "Concept"),
        name_model=apps.get_model("search", "Name"),
    )


class Migration(migrations.Migration):
    dependencies = [("search", "0004_full_search")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
