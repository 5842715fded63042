"""The screens of the review below the admin's address."""

from django.urls import path

from courseware.review.views import author, editor, reviewer, urgent

app_name = "review"
urlpatterns = [
    path("", author.work, name="work"),
    path("board/", editor.overview, name="board"),
    path("board/audit.csv", editor.audit_export, name="audit"),
    path("rounds/<int:pk>/", editor.one_round, name="round"),
    path("rounds/<int:pk>/invite/", editor.invite, name="invite"),
    path("assignments/<int:pk>/change/", editor.change_assignment, name="change_assignment"),
    path("points/<int:pk>/settle/", editor.settle, name="settle"),
    path("assignments/<int:pk>/", reviewer.assignment, name="assignment"),
    path("assignments/<int:pk>/text/", reviewer.text, name="text"),
    path("assignments/<int:pk>/changes/", reviewer.what_changed, name="assignment_changes"),
    path("assignments/<int:pk>/files/<slug:key>/", reviewer.file, name="file"),
    path("texts/<int:pk>/", author.timeline, name="timeline"),
    path("texts/<int:pk>/answers/", author.answers, name="answers"),
    path("texts/<int:pk>/changes/", author.what_changed, name="changes"),
    path("texts/<int:pk>/links/", author.make_link, name="make_link"),
    path("texts/<int:pk>/correct/", urgent.ask, name="ask_correction"),
    path("texts/<int:pk>/stop/", urgent.stop, name="stop"),
    path("corrections/<int:pk>/", urgent.correction, name="correction"),
    path("errors/<int:pk>/", urgent.error, name="error"),
    path("links/<int:pk>/revoke/", author.revoke_link, name="revoke_link"),
]
