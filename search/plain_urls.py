"""Addresses of the search that belong to no language."""

from django.urls import path

from search import api, health

urlpatterns = [
    path("api/search", api.search, name="api_search"),
    path("api/openapi.json", api.openapi, name="api_openapi"),
    path("healthz", health.healthz, name="healthz"),
]
