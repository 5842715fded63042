from django.urls import path

from courseware.catalogue import views

app_name = "catalogue"
urlpatterns = [
    path("courses/", views.courses, name="courses"),
    path("cases/", views.cases, name="cases"),
    path("lectures/", views.lectures, name="lectures"),
]
