from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReviewConfig(AppConfig):
    name = "courseware.review"
    label = "review"
    verbose_name = _("Review")

    def ready(self) -> None:
        from courseware.review import localize, signals  # noqa: F401  (connects its receivers)

        localize.install()
