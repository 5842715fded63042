"""Facets, answers, captions, the glossary. The documents are made anew: run search_rebuild afterwards."""

import uuid

import django.db.models.deletion
import modelcluster.fields
from django.conf import settings
from django.db import migrations, models

import search.models.document

# The tokens come cut and folded from the analyzer: unicode61 only splits them at the spaces.
FTS = "tokenize = 'unicode61 remove_diacritics 0', prefix = '1'"
CREATE = {
    "sqlite": [
        f"CREATE VIRTUAL TABLE search_fts USING fts5(title, summary, body, {FTS})",
        f"CREATE VIRTUAL TABLE search_answer_fts USING fts5(text, {FTS})",
        f"CREATE VIRTUAL TABLE search_cue_fts USING fts5(text, {FTS})",
    ],
    "postgresql": [
        "ALTER TABLE search_searchdocument ADD COLUMN vector tsvector NOT NULL DEFAULT '',"
        " ADD COLUMN answers_vector tsvector NOT NULL DEFAULT ''",
        "ALTER TABLE search_searchcue ADD COLUMN vector tsvector NOT NULL DEFAULT ''",
        # Not compressed: ranking unpacks every vector that it looks at.
        "ALTER TABLE search_searchdocument ALTER COLUMN vector SET STORAGE EXTERNAL",
        "CREATE INDEX search_searchdocument_vector ON search_searchdocument USING gin (vector)",
        "CREATE INDEX search_searchdocument_answers ON search_searchdocument USING gin (answers_vector)",
        "CREATE INDEX search_searchcue_vector ON search_searchcue USING gin (vector)",
    ],
}
# The pages that no reader may see are few; the search asks for them each time.
HIDDEN = "CREATE INDEX search_hidden_pages ON wagtailcore_page (id) WHERE NOT live"


def forget(apps, schema_editor):
    if schema_editor.connection.vendor == "sqlite":
        schema_editor.execute("DROP TABLE search_fts")


def create(apps, schema_editor):
    for statement in (*CREATE.get(schema_editor.connection.vendor, []), HIDDEN):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [
        ('network', '0004_agreements'),
        ('search', '0003_admin_search_index'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.RunPython(forget),
        migrations.DeleteModel('SearchDocument'),
        migrations.CreateModel(
            name='SearchDocument',
            fields=[
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, primary_key=True, related_name='+', serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('translation_key', models.UUIDField()),
                ('published_at', models.DateTimeField(blank=True, null=True, verbose_name='published')),
                ('kind', search.models.document.CodesField(blank=True, choices=[('course', 'Course'), ('lesson', 'Lesson'), ('case', 'Case'), ('lecture', 'Lecture'), ('institution', 'Institution'), ('page', 'Page')], default='', max_length=12, verbose_name='kind')),
                ('language', search.models.document.CodesField(blank=True, choices=[('zh-hans', 'Simplified Chinese'), ('en', 'English')], default='', max_length=10, verbose_name='language')),
                ('institutions', search.models.document.CodesField(blank=True, default='', help_text='The first one leads.', max_length=500, verbose_name='institutions')),
                ('specialties', search.models.document.CodesField(blank=True, default='', max_length=500, verbose_name='subspecialties')),
                ('ages', search.models.document.CodesField(blank=True, default='', max_length=500, verbose_name='age bands')),
                ('audience', search.models.document.CodesField(blank=True, default='', max_length=500, verbose_name='target audience')),
                ('licence', search.models.document.CodesField(blank=True, default='', max_length=20, verbose_name='licence')),
                ('year', search.models.document.CodesField(blank=True, default='', max_length=4, verbose_name='year')),
                ('has_video', models.BooleanField(default=False, verbose_name='has a video')),
                ('reviewed_on', models.DateField(blank=True, null=True, verbose_name='reviewed on')),
                ('title', models.CharField(max_length=255, verbose_name='title')),
                ('summary', models.TextField(blank=True, verbose_name='summary')),
                ('body', models.TextField(blank=True, verbose_name='text')),
                ('answers', models.TextField(blank=True, verbose_name='answers')),
                ('digest', models.CharField(default='', help_text='Of all that is stored, and of the analyzer.', max_length=64)),
            ],
            options={
                'verbose_name': 'search document',
                'verbose_name_plural': 'search documents',
            },
        ),
        migrations.CreateModel(
            name='SearchCue',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(choices=[('zh-hans', 'Simplified Chinese'), ('en', 'English')], max_length=10, verbose_name='language')),
                ('start', models.FloatField(verbose_name='start')),
                ('end', models.FloatField(verbose_name='end')),
                ('text', models.TextField(verbose_name='text')),
                ('document', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cues', to='search.searchdocument')),
            ],
            options={
                'verbose_name': 'caption',
                'verbose_name_plural': 'captions',
            },
        ),
        migrations.CreateModel(
            name='Concept',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('source', models.CharField(blank=True, help_text='Where the names were taken from, such as a textbook or MeSH.', max_length=200, verbose_name='source')),
            ],
            options={
                'verbose_name': 'concept',
                'verbose_name_plural': 'glossary',
            },
        ),
        migrations.CreateModel(
            name='PendingChange',
            fields=[
                ('page_id', models.PositiveBigIntegerField(primary_key=True, serialize=False)),
                ('version', models.PositiveBigIntegerField()),
                ('since', models.DateTimeField(auto_now_add=True)),
            ],
            options={
                'verbose_name': 'pending change of the index',
                'verbose_name_plural': 'pending changes of the index',
            },
        ),
        migrations.CreateModel(
            name='Stamp',
            fields=[
                ('part', models.CharField(choices=[('documents', 'documents'), ('glossary', 'glossary')], max_length=12, primary_key=True, serialize=False)),
                ('value', models.UUIDField(default=uuid.uuid4)),
            ],
            options={
                'verbose_name': 'state of the index',
                'verbose_name_plural': 'states of the index',
            },
        ),
        migrations.CreateModel(
            name='Term',
            fields=[
                ('token', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('spelling', models.CharField(blank=True, max_length=64)),
                ('documents', models.IntegerField(default=0)),
            ],
            options={
                'verbose_name': 'word of the index',
                'verbose_name_plural': 'words of the index',
            },
        ),
        migrations.CreateModel(
            name='Name',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('text', models.CharField(max_length=120, verbose_name='name')),
                ('is_weak', models.BooleanField(default=False, help_text='It also means something else: who types it finds this concept, but not the other way round.', verbose_name='ambiguous')),
                ('key', models.CharField(db_index=True, editable=False, max_length=160)),
                ('pinyin', models.CharField(editable=False, max_length=200)),
                ('initials', models.CharField(editable=False, max_length=60)),
                ('concept', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='names', to='search.concept')),
            ],
            options={
                'verbose_name': 'name',
                'verbose_name_plural': 'names',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Sought',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=64)),
                ('language', models.CharField(choices=[('zh-hans', 'Simplified Chinese'), ('en', 'English')], max_length=10, verbose_name='language')),
                ('text', models.CharField(blank=True, max_length=80, verbose_name='sought')),
                ('days', models.PositiveIntegerField(default=0, verbose_name='days')),
                ('last_day', models.DateField(null=True, verbose_name='last sought on')),
            ],
            options={
                'verbose_name': 'sought in vain',
                'verbose_name_plural': 'sought in vain',
                'constraints': [models.UniqueConstraint(fields=('digest', 'language'), name='one_row_per_query')],
            },
        ),
        migrations.RunPython(create),
    ]
