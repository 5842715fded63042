"""Where each database keeps the tokens: an FTS5 table in SQLite, a tsvector column in PostgreSQL."""

from django.db import migrations

CREATE = {
    "sqlite": [
        # The tokens come cut and folded from the analyzer: unicode61 only splits them at the spaces.
        "CREATE VIRTUAL TABLE search_fts USING fts5("
        "title, summary, body, tokenize = 'unicode61 remove_diacritics 0', prefix = '1')",
    ],
    "postgresql": [
        "ALTER TABLE search_searchdocument ADD COLUMN vector tsvector NOT NULL DEFAULT ''",
        "CREATE INDEX search_searchdocument_vector ON search_searchdocument USING gin (vector)",
    ],
}
DROP = {
    "sqlite": ["DROP TABLE search_fts"],
    "postgresql": ["ALTER TABLE search_searchdocument DROP COLUMN vector"],
}


def create(apps, schema_editor):
    for statement in CREATE.get(schema_editor.connection.vendor, []):
        schema_editor.execute(statement)


def drop(apps, schema_editor):
    for statement in DROP.get(schema_editor.connection.vendor, []):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_documents")]
    operations = [migrations.RunPython(create, drop)]
