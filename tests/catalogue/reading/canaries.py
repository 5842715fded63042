"""A case whose answer is a word that occurs nowhere else, in every place where an answer can stand."""

from wagtail.models import Page

from courseware.catalogue.enums import Stage, Vocabulary
from courseware.catalogue.models import CasePage, Contribution, Keyword, Term
from home.models import HomePage
from tests.factories.catalogue import CasePageFactory
from tests.factories.home import ImageFactory

# In Chinese, in English, and as codes.
CANARIES = ("金丝雀病", "Canaryosis", "Q99.7", "7Q99.7Z")
TOLD_BEFORE = [stage for stage in Stage if stage < Stage.DIFFERENTIAL]


def text(stage: Stage) -> str:
    """What a stage tells: a sentence of its own, from the sixth stage on with the answer in it."""
    answer = f" {' '.join(CANARIES)}" if stage >= Stage.DIFFERENTIAL else ""
    return f"<p>阶段{stage.value}所见。{answer}</p>"


def stages() -> dict[str, list]:
    return {stage.field_name: [("text", text(stage))] for stage in Stage} | {
        "stage_diagnosis": [
            ("text", text(Stage.DIAGNOSIS)),
            (
                "diagnosis",
                {
                    "final": "金丝雀病",
                    "others": ["Canaryosis"],
                    "basis": [{"kind": "criteria", "detail": "Q99.7"}],
                    "criteria": "7Q99.7Z",
                    "why_not_others": "",
                },
            ),
        ]
    }


def canary_case(parent: Page | HomePage, **fields) -> CasePage:
    """Published, credited and classified, with a picture."""
    complaint = Term.objects.of(Vocabulary.COMPLAINT).get(code="cough")
    facts = {
        "title": "咳嗽不止的幼儿",
        "title_teacher": "金丝雀病 Canaryosis",
        "slug": "pc-2026-0900",
        "case_no": "PC-2026-0900",
        "summary": "两岁女孩咳嗽一周。",
        "icd10": "Q99.7",
        "icd11": "7Q99.7Z",
        "certainty": "certain",
        "complaint": complaint,
        "teacher_notes": f"<p>{' '.join(CANARIES)}</p>",
        "cover": ImageFactory(title="Canaryosis", description="金丝雀病"),
        "search_description": "金丝雀病",
        "seo_title": "Canaryosis",
    }
    page = CasePageFactory(parent=parent, **facts | stages() | fields, live=False)
    mesh = Term.objects.create(
        vocabulary=Vocabulary.MESH, code="D99", name_zh="金丝雀病", name_en="Canaryosis"
    )
    page.mesh = [mesh]
    page.tags.set([Keyword.objects.create(name="金丝雀病", name_en="Canaryosis", slug="canaryosis")])
    return page


def credit(page: CasePage, person) -> None:
    page.contributions = [Contribution(person=person, roles=["case-author"])]


def heard(response) -> list[str]:
    """The canaries in an answer, its body and its headers."""
    whole = response.content.decode() + str(response.headers)
    return [canary for canary in CANARIES if canary in whole]


def told(response) -> list[int]:
    """Numbers of the stages whose text is in the body."""
    body = response.content.decode()
    return [stage.value for stage in Stage if f"阶段{stage.value}所见" in body]
