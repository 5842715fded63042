"""A new site has a front page in each language, twins of each other, and no "Welcome" page."""

import uuid

from django.db import migrations

FRONT_PAGES = [("zh-hans", "童医共建", "home"), ("en", "PedCommons", "home-en")]


def create_front_pages(apps, schema_editor):
    ContentType = apps.get_model("contenttypes", "ContentType")
    HomePage = apps.get_model("home", "HomePage")
    Locale = apps.get_model("wagtailcore", "Locale")
    Page = apps.get_model("wagtailcore", "Page")
    Site = apps.get_model("wagtailcore", "Site")

    Site.objects.all().delete()
    Page.objects.filter(depth=2).delete()
    content_type, _ = ContentType.objects.get_or_create(app_label="home", model="homepage")
    key = uuid.uuid4()
    for number, (language, title, slug) in enumerate(FRONT_PAGES, start=1):
        locale, _ = Locale.objects.get_or_create(language_code=language)
        page = HomePage.objects.create(
            title=title,
            draft_title=title,
            slug=slug,
            content_type=content_type,
            path=f"0001{number:04d}",
            depth=2,
            numchild=0,
            url_path=f"/{slug}/",
            locale=locale,
            translation_key=key,
        )
        if number == 1:
            Site.objects.create(
                hostname="localhost", root_page_id=page.pk, is_default_site=True, site_name="童医共建 · PedCommons"
            )
    Page.objects.filter(depth=1).update(numchild=len(FRONT_PAGES))


class Migration(migrations.Migration):
    dependencies = [
        ("home", "0002_initial"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(create_front_pages, migrations.RunPython.noop)]
