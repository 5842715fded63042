"""Uploaded files whole and in part, captions, robots.txt."""

from pathlib import Path

import pytest
from wagtail.models import PageViewRestriction

from home.models import User
from tests.factories.catalogue import CoursePageFactory, LecturePageFactory
from tests.factories.home import DocumentFactory, ImageFactory, TrackFactory, front_page

CONTENT = bytes(range(100))


@pytest.fixture
def address(settings, tmp_path) -> str:
    settings.MEDIA_ROOT = tmp_path / "media"
    folder = settings.MEDIA_ROOT / "media"
    folder.mkdir(parents=True)
    (folder / "film.mp4").write_bytes(CONTENT)
    (tmp_path / "secret.txt").write_text("CANARY")
    return "/media/media/film.mp4"


def body(response) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else response.content


@pytest.mark.parametrize("header", [None, "bytes=-", "bytes=a-b", "bytes=0-1,3-4", "lines=0-1"])
def test_without_a_range_that_is_understood_the_whole_file_comes(client, address, header):
    response = client.get(address, headers={"range": header} if header else {})
    assert (response.status_code, response["Accept-Ranges"], body(response)) == (200, "bytes", CONTENT)


@pytest.mark.parametrize(
    ("asked", "given", "content"),
    [
        ("bytes=0-9", "bytes 0-9/100", CONTENT[:10]),
        ("bytes=90-", "bytes 90-99/100", CONTENT[90:]),
        ("bytes=90-999", "bytes 90-99/100", CONTENT[90:]),
        ("bytes=-5", "bytes 95-99/100", CONTENT[95:]),
        ("bytes=-999", "bytes 0-99/100", CONTENT),
        ("bytes=99-99", "bytes 99-99/100", CONTENT[99:]),
    ],
)
def test_a_range_brings_that_part(client, address, asked, given, content):
    response = client.get(address, headers={"range": asked})
    assert (response.status_code, response["Content-Range"], body(response)) == (206, given, content)


@pytest.mark.parametrize("asked", ["bytes=100-", "bytes=100-200", "bytes=9-1", "bytes=-0"])
def test_a_range_outside_the_file_is_refused(client, address, asked):
    response = client.get(address, headers={"range": asked})
    assert (response.status_code, response["Content-Range"], body(response)) == (416, "bytes */100", b"")


def test_a_part_has_the_type_of_the_file(client, address):
    assert client.get(address, headers={"range": "bytes=0-9"})["Content-Type"] == "video/mp4"


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "media/../../secret.txt",
        "%2e%2e/secret.txt",
        "..%2fsecret.txt",
        "/etc/passwd",
        "media",
        "none.png",
        "%00",
    ],
)
def test_what_is_no_file_of_the_folder_is_not_found(client, db, address, path):
    assert client.get(f"/media/{path}", follow=True).status_code == 404


@pytest.mark.parametrize("folder", ["original_images", "documents"])
def test_what_readers_must_not_have_is_not_found(client, db, address, settings, folder):
    place = Path(settings.MEDIA_ROOT) / folder
    place.mkdir()
    (place / "x.png").write_bytes(b"CANARY")
    paths = [f"{folder}/x.png", f"media/../{folder}/x.png", f"./{folder}/x.png", f"/{folder}/x.png"]
    assert [client.get(f"/media/{path}", follow=True).status_code for path in paths] == [404] * 4


@pytest.mark.parametrize("factory", [ImageFactory, DocumentFactory])
def test_an_original_is_not_found_at_its_own_address(client, db, factory):
    assert client.get(factory().file.url, follow=True).status_code == 404


# Wagtail 8.0.1 forgets to close its temporary file (wagtail/images/models.py: generate_rendition_file).
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning", "ignore::ResourceWarning")
def test_a_rendition_is_served(client, db):
    response = client.get(ImageFactory().get_rendition("original").url)
    assert (response.status_code, body(response)[:4]) == (200, b"\x89PNG")


def test_files_are_only_read(client, address):
    assert client.post(address).status_code == 405


@pytest.fixture
def shown_on(home_zh, django_capture_on_commit_callbacks):
    """A page that shows a film and offers a plan to download."""

    def page(*, live: bool) -> tuple[str, str]:
        track, plan = TrackFactory(), DocumentFactory()
        with django_capture_on_commit_callbacks(execute=True):
            LecturePageFactory(parent=home_zh, media=track.media, live=live)
            link = f'<a linktype="document" id="{plan.pk}">教案</a>'
            CoursePageFactory(parent=home_zh, syllabus=link, slug="plan", live=live)
        return track.get_absolute_url(), plan.url

    return page


def test_captions_are_served_as_webvtt(client, shown_on):
    captions, _plan = shown_on(live=True)
    response = client.get(captions)
    assert (response["Content-Type"], response.content.decode()[:6]) == ("text/vtt; charset=utf-8", "WEBVTT")


def test_readers_have_the_documents_of_public_pages(client, shown_on):
    _captions, plan = shown_on(live=True)
    assert body(client.get(plan)) == b"plan"


def test_readers_have_no_file_of_a_draft(client, shown_on):
    assert [client.get(address, follow=True).status_code for address in shown_on(live=False)] == [404, 404]


def test_readers_have_no_file_of_a_page_that_is_restricted(client, shown_on):
    addresses = shown_on(live=True)
    PageViewRestriction.objects.create(page=front_page(), restriction_type=PageViewRestriction.LOGIN)
    assert [client.get(address, follow=True).status_code for address in addresses] == [404, 404]


def test_teachers_have_the_files_of_drafts_in_their_previews(client, shown_on):
    client.force_login(User.objects.create_superuser("root", "root@example.org", "x"))
    captions, plan = (body(client.get(address)) for address in shown_on(live=False))
    assert (captions[:6], plan) == (b"WEBVTT", b"plan")


def test_captions_that_do_not_exist_are_not_found(client, db):
    assert client.get("/captions/999.vtt").status_code == 404


def test_robots_are_kept_from_the_admin_and_shown_the_sitemap(client, db):
    assert client.get("/robots.txt").content.decode() == (
        "User-agent: *\nDisallow: /cms/\nSitemap: http://testserver/sitemap.xml\n"
    )
