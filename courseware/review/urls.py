"""Errors that readers report."""

from django.urls import path

from courseware.review.views import readers

app_name = "errata"
urlpatterns = [
    path("", readers.errata, name="list"),
    path("thanks/", readers.thanks, name="thanks"),
    path("report/<int:pk>/", readers.report, name="report"),
]
