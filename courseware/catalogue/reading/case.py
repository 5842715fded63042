"""A case as one reader sees it now: what is opened, and what may be opened next."""

from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from courseware.catalogue.enums import CaseSetting, Certainty, Difficulty, Sex, Stage
from courseware.catalogue.reading import disclosure
from courseware.catalogue.reading.contexts import _within_course, other_ages, shared
from home.streams import prefetch_files


def may_see_everything(user) -> bool:
    """Teachers with an account may unfold a whole case."""
    return user.is_authenticated and user.has_perm("wagtailadmin.access_admin")


def wants_everything(request) -> bool:
    if getattr(request, "is_preview", False):  # only editors reach a preview
        return True
    return request.GET.get("view") == "teacher" and may_see_everything(request.user)


def context(request, page) -> dict:
    """Only opened stages are in the context: what is not there cannot leak through a template."""
    everything = wants_everything(request)
    last = Stage.TEACHING if everything else disclosure.furthest(request, page)
    opened = disclosure.opened_stages(page, last)
    following = None if everything else disclosure.next_stage(page, last)
    prefetch_files(page, [stage.field_name for stage in opened])
    told = Stage.DIAGNOSIS in opened
    return (
        shared(request, page)
        | _within_course(request, page)
        | {
            "stages": [
                {
                    "number": stage.value,
                    "label": stage.label,
                    "anchor": anchor(stage),
                    "blocks": getattr(page, stage.field_name),
                    "prompt_id": f"{page.case_no}-{stage.value}",
                }
                for stage in opened
            ],
            "rail": [
                {
                    "number": stage.value,
                    "label": stage.label,
                    "anchor": anchor(stage),
                    "is_open": stage in opened,
                    "is_next": stage == following,
                }
                for stage in page.stages
            ],
            "next_stage": following and {"number": following.value, "label": following.label},
            "is_teacher_view": everything,
            "teacher_view_url": "?view=teacher" if may_see_everything(request.user) else "",
            "facts": facts(page),
            "diagnosis_title": page.title_teacher if told else "",
            "certainty_label": Certainty(page.certainty).label if told and page.certainty else "",
            "codes": _codes(page) if told else [],
            "teacher_notes": page.teacher_notes if everything else "",
            "other_ages": other_ages(request, page),
        }
    )


def anchor(stage: Stage) -> str:
    return f"stage-{stage.value}"


def facts(page) -> list[dict]:
    """What may be known from the start."""
    rows = [
        (_("Age"), page.age_label),
        (_("Sex"), Sex(page.sex).label),
        (_("Scene"), CaseSetting(page.setting).label),
        (_("Difficulty"), Difficulty(page.difficulty).label),
        (_("Time"), ngettext("%(n)s minute", "%(n)s minutes", page.minutes) % {"n": page.minutes}),
        (_("Case number"), page.case_no),
    ]
    return [{"label": label, "value": str(value)} for label, value in rows if value]


def _codes(page) -> list[str]:
    return [f"{name} {code}" for name, code in (("ICD-10", page.icd10), ("ICD-11", page.icd11)) if code]


def serve(request, page) -> TemplateResponse | HttpResponseRedirect:
    """Answer a reader: show what is open (GET), open the next stage or start again (POST)."""
    if request.method == "POST":
        return _post(request, page)
    response = TemplateResponse(request, page.get_template(request), page.get_context(request))
    return _private(response)


def _post(request, page):
    here = request.get_full_path()
    if "restart" in request.POST:
        response = HttpResponseRedirect(here)
        disclosure.forget(response, page)
        return response
    last = disclosure.furthest(request, page)
    try:
        wanted = Stage(int(request.POST.get("open", "")))
    except ValueError:
        return _refusal(request, page, _("This stage does not exist."), status=400)
    if not disclosure.may_open(page, last, wanted):
        return _refusal(
            request, page, _("Open the stages one after the other: this one is not next yet."), status=409
        )
    response = HttpResponseRedirect(f"{here}#{anchor(wanted)}")
    disclosure.remember(response, page, max(last, wanted), secure=request.is_secure())
    return response


def _refusal(request, page, sentence: str, *, status: int) -> TemplateResponse:
    told = page.get_context(request) | {"problem": sentence}
    return _private(TemplateResponse(request, page.get_template(request), told, status=status))


def _private(response):
    # One reader's opened stages must never be kept by a proxy for another.
    patch_vary_headers(response, ["Cookie"])
    patch_cache_control(response, private=True, no_cache=True)
    return response
