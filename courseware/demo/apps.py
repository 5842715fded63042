from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "courseware.demo"
    label = "demo"
