"""How far a reader has opened a case.

The browser holds one signed cookie per case and nothing about the reader; the server decides what it
sends. It is a session cookie because hospital computers are shared.
"""

from django.core import signing
from django.http import HttpRequest, HttpResponse

from courseware.catalogue.enums import Stage

SALT = "courseware.catalogue.disclosure"


def cookie_name(case) -> str:
    # The translation key: a reader who changes the language keeps the place.
    return f"case-{case.translation_key.hex[:16]}"


def furthest(request: HttpRequest, case) -> Stage:
    """The last stage that this reader has opened; the first one for a new reader or a forged cookie."""
    first = case.stages[0] if case.stages else Stage.SETTING
    try:
        value = request.get_signed_cookie(cookie_name(case), default=None, salt=SALT)
        stage = Stage(int(value)) if value is not None else first
    except (signing.BadSignature, ValueError):
        return first
    return max(stage, first)


def opened_stages(case, last: Stage) -> list[Stage]:
    return [stage for stage in case.stages if stage <= last]


def next_stage(case, last: Stage) -> Stage | None:
    return next((stage for stage in case.stages if stage > last), None)


def may_open(case, last: Stage, wanted: Stage) -> bool:
    """A reader may go back to what was opened, and on by one; never ahead."""
    return wanted <= last or wanted == next_stage(case, last)


def remember(response: HttpResponse, case, stage: Stage, *, secure: bool) -> None:
    response.set_signed_cookie(
        cookie_name(case), str(stage.value), salt=SALT, httponly=True, samesite="Lax", secure=secure
    )


def forget(response: HttpResponse, case) -> None:
    response.delete_cookie(cookie_name(case))
