from django.urls import path

from courseware.network import views

app_name = "network"
urlpatterns = [
    path("network/", views.institutions, name="institutions"),
    path("network/sections/", views.sections, name="sections"),
    path("network/sections/<slug:slug>/", views.section, name="section"),
    path("people/", views.people, name="people"),
    path("people/<slug:slug>/", views.person, name="person"),
]
