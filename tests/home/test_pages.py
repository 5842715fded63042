"""What the migrations leave behind, and the titles that lists of the admin show."""

from wagtail.models import Page, Site

from home.models import HomePage
from tests.factories.home import StandardPageFactory, retitle_draft


def test_a_new_site_has_a_front_page_in_each_language(db):
    languages = HomePage.objects.order_by("path").values_list("locale__language_code", flat=True)
    assert list(languages) == ["zh-hans", "en"]


def test_the_front_pages_are_translations_of_each_other(home_zh, home_en):
    assert list(home_zh.get_translations()) == [home_en]


def test_there_is_nothing_else_below_the_root(root):
    assert (root.numchild, Page.objects.filter(depth=2).count()) == (2, 2)


def test_the_site_begins_at_the_chinese_front_page(home_zh):
    assert Site.objects.get().root_page_id == home_zh.pk


def test_the_tree_is_sound(db):
    assert [list(problem) for problem in Page.find_problems()] == [[], [], [], [], []]


def test_lists_of_the_admin_show_the_public_title_of_a_live_page(db):
    page = retitle_draft(StandardPageFactory(title="公开"), "新标题")
    assert (page.draft_title, page.get_admin_display_title()) == ("新标题", "公开")


def test_lists_of_the_admin_show_the_draft_title_of_a_draft(db):
    assert StandardPageFactory(title="草稿", live=False).get_admin_display_title() == "草稿"
