from django.urls import path

from home import views

app_name = "home"
urlpatterns = [
    path("captions/<int:pk>.vtt", views.captions, name="captions"),
    path("robots.txt", views.robots, name="robots"),
]
