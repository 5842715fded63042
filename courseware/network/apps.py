from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworkConfig(AppConfig):
    name = "courseware.network"
    label = "network"
    verbose_name = _("Network")

    def ready(self) -> None:
        from courseware.network import signals  # noqa: F401  (connects its receivers)
