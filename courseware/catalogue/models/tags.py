"""Free keywords by django-taggit; one keyword carries both languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import ItemBase, TagBase

from home.names import in_reader_language


class Keyword(TagBase):
    """A keyword; `name` is what was typed first, usually Chinese."""

    name_en = models.CharField(_("name (English)"), max_length=100, blank=True)

    free_tagging = True

    class Meta:
        verbose_name = _("keyword")
        verbose_name_plural = _("keywords")

    @property
    def label(self) -> str:
        return in_reader_language(zh=self.name, en=self.name_en)


class KeywordItem(ItemBase):
    tag = models.ForeignKey(Keyword, on_delete=models.CASCADE, related_name="%(class)s_items")

    class Meta:
        abstract = True


class CourseTag(KeywordItem):
    content_object = ParentalKey(
        "catalogue.CoursePage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class LessonTag(KeywordItem):
    content_object = ParentalKey(
        "catalogue.LessonPage", on_delete=models.CASCADE, related_name="tagged_items"
    )


class CaseTag(KeywordItem):
    content_object = ParentalKey("catalogue.CasePage", on_delete=models.CASCADE, related_name="tagged_items")


class LectureTag(KeywordItem):
    content_object = ParentalKey(
        "catalogue.LecturePage", on_delete=models.CASCADE, related_name="tagged_items"
    )
