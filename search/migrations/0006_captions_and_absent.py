"""Videos in lessons, what a patient does not have, and an SQLite index that merges less often.

The tokens are made anew: run search_rebuild afterwards.
"""

from django.db import migrations, models

FTS = "tokenize = 'unicode61 remove_diacritics 0', prefix = '1'"
TABLES = ("search_fts", "search_answer_fts", "search_cue_fts")
# With FTS5's own settings half of the time of a rebuild went into merging parts of the index: 25,000 documents
# took 13.5 s to insert, with these 8.6 s; queries take as long as before.
SETTINGS = {"hashsize": 16 * 1024 * 1024, "automerge": 16}  # bytes; parts of one size


def create(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE search_fts")
        schema_editor.execute(f"CREATE VIRTUAL TABLE search_fts USING fts5(title, summary, body, absent, {FTS})")
        for table in TABLES:
            for name, value in SETTINGS.items():
                schema_editor.execute(f"INSERT INTO {table}({table}, rank) VALUES ('{name}', {value})")


class Migration(migrations.Migration):
    dependencies = [("search", "0005_glossary")]

    operations = [
        migrations.AddField(
            model_name="searchcue",
            name="video",
            field=models.PositiveBigIntegerField(
                default=0, help_text="Its number in the media library.", verbose_name="video"
            ),
        ),
        migrations.AddField(
            model_name="searchdocument",
            name="absent",
            field=models.TextField(blank=True, default="", verbose_name="absent"),
            preserve_default=False,
        ),
        migrations.RunPython(create, migrations.RunPython.noop),
    ]
