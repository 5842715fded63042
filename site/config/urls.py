"""Which address leads where."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from config.sitemaps import SITEMAPS
from home.views import uploaded

urlpatterns = [
    path("cms/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("", include("home.urls")),
    path("", include("search.plain_urls")),
    path("preview/", include("courseware.review.preview_urls")),
    path("sitemap.xml", sitemap_views.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}),
    path("sitemap-<section>.xml", sitemap_views.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
    re_path(r"^media/(?P<path>.+)$", uploaded, name="uploaded"),
]
urlpatterns += i18n_patterns(
    path("", include("courseware.catalogue.urls")),
    path("", include("courseware.network.urls")),
    path("errata/", include("courseware.review.urls")),
    path("search/", include("search.urls")),
    path("", include(wagtail_urls)),
)
