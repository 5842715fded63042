import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.models import Page

from courseware.catalogue.models import LessonPage
from home.models import MediaTrack
from search import services
from search.enums import Order
from search.models import SearchDocument
from search.query import Query
from search.results import find
from tests.search.conftest import CAPTIONS

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", [1, 30])
def test_it_costs_the_same_with_one_and_with_thirty(rf, branch, publish, write, number, queries):
    for index in range(number):
        write(f"腹泻{index:02d}", "<p>口服补液</p>", parent=None)
    request = rf.get("/")
    find(query=Query(text="腹泻"), reader="zh-hans", request=request)  # addresses of sites are cached now
    with queries:
        found = find(query=Query(text="腹泻"), reader="zh-hans", request=request)
    assert (len(found.stretch), found.stretch.paginator.count) == (min(number, 20), number)
    # Words typed and their other names, the stamp of the glossary; of the engine the hits, the hidden
    # pages and the stamp of the facets; documents, closed branches, pages, institutions.
    assert len(queries) == 10, "\n".join(query["sql"] for query in queries)


def test_words_without_a_letter_find_nothing(rf, db):
    assert len(find(query=Query(text="((("), reader="en", request=rf.get("/")).stretch) == 0


def shown(text: str, rf, **asked):
    return list(find(query=Query(text=text, **asked), reader="zh-hans", request=rf.get("/")).stretch)


def test_the_snippet_is_of_the_summary_when_that_was_found(rf, write):
    write("补液", "<p>腹泻的正文</p>", summary="腹泻的摘要")
    write("呕吐", "<p>呕吐的腹泻正文</p>", summary="别的")
    assert sorted(result.snippet for result in shown("腹泻", rf)) == [
        "<mark>腹泻</mark>的摘要",
        "呕吐的<mark>腹泻</mark>正文",
    ]


def test_a_page_outside_every_site_is_not_shown(rf, write):
    page = write("腹泻")
    cache.clear()
    Page.objects.filter(pk=page.pk).update(url_path="/elsewhere/x/")
    assert SearchDocument.objects.filter(pk=page.pk).exists()
    assert shown("腹泻", rf) == []


def test_a_caption_of_a_video_in_a_lesson_leads_to_its_place(rf, publish, course, lecture, client):
    media = lecture.specific.media
    page = publish(
        LessonPage(title="课", slug="a", body=[("video", {"video": media, "caption": ""})]), course
    )
    urls = {result.kind: [cue.url for cue in result.cues] for result in shown("呼吸频率", rf)}
    place = f"{page.get_url()}?video={media.pk}&t=9#video-{media.pk}"
    assert urls["lesson"][1] == place
    assert urls["lecture"][1] == f"{lecture.get_url()}?t=9"
    html = client.get(place).content.decode()
    assert f'id="video-{media.pk}"' in html
    assert f'<source src="{media.url}#t=9">' in html
    for strange in ("x", "-1", "9999999", "１"):
        html = client.get(page.get_url(), {"video": media.pk, "t": strange}).content.decode()
        assert f'<source src="{media.url}">' in html


def test_a_sentence_found_in_the_other_language_is_shown_in_the_readers_own(rf, lecture):
    english = CAPTIONS.replace("先看<b>呼吸频率</b>", "First watch").replace("呼吸频率", "watch")
    MediaTrack.objects.create(media=lecture.specific.media, language="en", vtt=english)
    services.index_page(page_id=lecture.pk)
    (result,) = find(query=Query(text="呼吸频率"), reader="en", request=rf.get("/")).stretch
    assert [(cue.language, cue.seconds) for cue in result.cues] == [("en", 1), ("en", 9), ("en", 70)]
    assert result.cues[0].text == "First watch"
    MediaTrack.objects.filter(language="en").delete()
    services.index_page(page_id=lecture.pk)
    (result,) = find(query=Query(text="呼吸频率"), reader="en", request=rf.get("/")).stretch
    assert {cue.language for cue in result.cues} == {"zh-hans"}


def test_days_are_shown_where_they_decide_the_order(rf, write):
    write("腹泻")
    assert [result.published for result in shown("腹泻", rf)] == [None]
    assert [result.published for result in shown("腹泻", rf, order=Order.NEWEST)] == [timezone.localdate()]


def test_a_lesson_names_its_course_and_who_makes_it(rf, lesson, course, other_institution, in_chinese):
    from courseware.catalogue.models import CoursePage
    from courseware.network.models import Partner
    from search import services

    page = CoursePage.objects.get(pk=course.pk)
    Partner.objects.create(page=page, institution=other_institution)
    services.index_branch(page_id=page.pk)
    (result,) = shown("皮肤黄疸", rf)
    assert (result.course, result.lead, result.partners) == ("新生儿疾病", "江城儿童医院", ["南山医院"])


def test_a_lecture_shows_its_three_best_captions_with_their_times(rf, lecture):
    (result,) = shown("呼吸频率", rf)
    assert [(cue.clock, cue.text) for cue in result.cues] == [
        ("0:01", "先看<mark>呼吸频率</mark>"),
        ("0:09", "<mark>呼吸频率</mark>怎样数"),
        ("1:10", "再看<mark>呼吸频率</mark>"),
    ]
    assert result.cues[2].url == f"{lecture.get_url()}?t=70"


def test_captions_are_shown_in_the_readers_language_and_in_another_one_rather_than_not(rf, lecture):
    from home.models import MediaTrack
    from search import services

    english = "WEBVTT\n\n00:02.000 --> 00:04.000\nrespiratory rate first, 呼吸频率\n\n00:20.000 --> 00:24.000\nbelly breathing\n"
    MediaTrack.objects.create(media=lecture.specific.media, language="en", vtt=english)
    services.index_page(page_id=lecture.pk)
    (result,) = shown("呼吸频率", rf)
    assert [cue.language for cue in result.cues] == ["zh-hans"] * 3
    (result,) = shown("belly", rf)
    assert [(cue.language, cue.seconds) for cue in result.cues] == [("en", 20)]


def test_words_that_nobody_says_in_one_breath_are_taken_apart(rf, write):
    write("投稿", "<p>作者怎样写病例并投稿</p>")
    found = find(query=Query(text="投稿写病例"), reader="zh-hans", request=rf.get("/"))
    assert (found.is_loose, len(found.stretch)) == (True, 1)
    found = find(query=Query(text="写病例"), reader="zh-hans", request=rf.get("/"))
    assert (found.is_loose, len(found.stretch)) == (False, 1)
