"""Drafts for readers with a link."""

from django.urls import path

from courseware.review.views import previews

app_name = "review_preview"
urlpatterns = [
    path("<str:token>/", previews.draft, name="draft"),
    path("<str:token>/files/<slug:key>/", previews.file, name="file"),
]
