"""Addresses of the search, mounted below the language."""

from django.urls import path

from search import views

app_name = "search"
urlpatterns = [
    path("", views.results, name="results"),
    path("suggest/", views.suggest, name="suggest"),
    path("opensearch.xml", views.description, name="description"),
]
