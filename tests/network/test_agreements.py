"""Co-construction agreements: who may publish what together, who reads the paper, who is told in time."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from courseware.network.agreements import objections
from courseware.network.enums import Role
from courseware.network.models import Agreement
from home.enums import Licence
from tests.factories.network import account, agreement

TODAY = timezone.localdate()


def in_days(days: int):
    return timezone.localdate() + timedelta(days=days)


def said(a, *partners, licence=Licence.CC_BY) -> list[str]:
    return list(objections(a.institution, [partner.institution for partner in partners], licence))


@pytest.mark.usefixtures("in_english")
class TestObjections:
    def test_without_an_agreement_nothing_is_made_together(self, a, b):
        assert said(a, b) == [f"No agreement between {a.institution} and {b.institution} is in force."]

    def test_an_agreement_in_force_allows_it(self, a, b):
        agreement(a.institution, b.institution, valid_from=in_days(-1), valid_to=in_days(0))
        assert said(a, b) == []

    @pytest.mark.parametrize("period", [{"valid_to": -1}, {"valid_from": 1}], ids=["lapsed", "future"])
    def test_one_that_does_not_hold_today_does_not(self, a, b, period):
        agreement(a.institution, b.institution, **{name: in_days(days) for name, days in period.items()})
        assert len(said(a, b)) == 1

    def test_each_partner_has_to_have_signed_with_the_lead(self, a, b, c):
        agreement(a.institution, b.institution)
        agreement(b.institution, c.institution)
        assert said(a, b, c) == [f"No agreement between {a.institution} and {c.institution} is in force."]

    def test_a_licence_that_none_of_them_allows_is_refused(self, a, b):
        agreement(a.institution, b.institution, licences=[Licence.CC_BY_NC])
        assert said(a, b, licence=Licence.CC_BY) == [
            f"The agreement between {a.institution} and {b.institution} does not allow this licence."
        ]

    def test_two_agreements_allow_what_one_of_them_allows(self, a, b):
        agreement(a.institution, b.institution, licences=[Licence.CC_BY_NC])
        agreement(a.institution, b.institution, licences=[Licence.CC_BY])
        assert said(a, b, licence=Licence.CC_BY) == []

    def test_an_institution_alone_needs_none(self, a):
        assert said(a) == []


def test_the_page_of_an_institution_names_what_holds(client, a, b):
    agreement(a.institution, b.institution, title_zh="现行协议", valid_to=in_days(30))
    agreement(a.institution, b.institution, title_zh="旧协议", valid_to=in_days(-1))
    page = client.get(a.page.url)
    assert [row["title"] for row in page.context["agreements"]] == ["现行协议"]
    assert "旧协议" not in page.content.decode()


@pytest.fixture
def paper(a, b):
    made = agreement(a.institution, b.institution)
    made.file.save("signed.pdf", ContentFile(b"%PDF-1.7 CANARY"))
    return made


@pytest.mark.parametrize(
    ("who", "status"),
    [
        ("lead teacher of A", 200),
        ("lead teacher of B", 200),
        ("chief editor", 200),
        ("lead teacher of C", 403),
        ("contributor of A", 403),
        ("reviewer", 403),
    ],
)
def test_the_paper_is_read_by_those_who_answer_for_it(client, a, b, c, paper, who, status):
    people = {
        "lead teacher of A": a.lead_teacher,
        "lead teacher of B": b.lead_teacher,
        "lead teacher of C": c.lead_teacher,
        "contributor of A": a.contributor,
        "chief editor": account(Role.CHIEF_EDITOR),
        "reviewer": account(Role.REVIEWER),
    }
    client.force_login(people[who])
    answer = client.get(
        reverse("agreement_paper", args=[paper.pk]), headers={"x-requested-with": "XMLHttpRequest"}
    )
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    assert (answer.status_code, b"CANARY" in body) == (status, status == 200)


def test_readers_do_not_reach_the_paper(client, paper):
    addresses = [f"/media/{paper.file.name}", f"/media/../private/{paper.file.name}"]
    assert [client.get(address, follow=True).status_code for address in addresses] == [404, 404]
    assert client.get(reverse("agreement_paper", args=[paper.pk])).status_code == 302


def test_a_paper_that_is_no_pdf_is_refused(in_english, a):
    made = Agreement(title_zh="x", file=ContentFile(b"MZ", name="signed.pdf"))
    with pytest.raises(ValidationError) as refused:
        made.full_clean()
    assert refused.value.message_dict == {"file": ["This file is no PDF, whatever its name says."]}


@pytest.mark.parametrize(
    ("parties", "sentence"),
    [
        (["a"], "An agreement has two parties at least."),
        (["a", "a"], "An institution is named twice among the parties."),
    ],
)
def test_an_agreement_has_two_different_parties(client, in_english, a, b, parties, sentence):
    client.force_login(account(Role.CHIEF_EDITOR))
    rows = {f"parties-{place}-institution": a.institution.pk for place, _name in enumerate(parties)}
    counts = {"TOTAL_FORMS": len(parties), "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    answer = client.post(
        reverse("wagtailsnippets_network_agreement:add"),
        {"title_zh": "协议"} | rows | {f"parties-{name}": value for name, value in counts.items()},
        headers={"accept-language": "en"},
    )
    assert (answer.status_code, Agreement.objects.count()) == (200, 0)
    assert sentence in answer.content.decode()


def warned() -> list[list[str]]:
    mail.outbox.clear()
    call_command("warn_of_lapsing_agreements")
    return [message.to for message in mail.outbox]


@pytest.mark.parametrize(("days", "mails"), [(61, 0), (60, 1), (14, 1), (0, 1), (-1, 0)])
def test_those_who_answer_for_it_are_told_when_it_lapses_soon(a, b, c, chief_editor, days, mails):
    agreement(a.institution, b.institution, valid_to=in_days(days))
    people = sorted(user.email for user in (a.lead_teacher, b.lead_teacher, chief_editor))
    assert warned() == [people] * mails


def test_nobody_is_told_twice_and_everybody_again_two_weeks_before(a, b):
    made = agreement(a.institution, b.institution, valid_to=in_days(40))
    first, second = warned(), warned()
    Agreement.objects.filter(pk=made.pk).update(valid_to=in_days(10))
    third, fourth = warned(), warned()
    assert [len(mails) for mails in (first, second, third, fourth)] == [1, 0, 1, 0]


def test_one_that_was_prolonged_is_warned_of_again(a, b):
    made = agreement(a.institution, b.institution, valid_to=in_days(10))
    warned()
    Agreement.objects.filter(pk=made.pk).update(valid_to=in_days(400))
    assert warned() == []
    Agreement.objects.filter(pk=made.pk).update(valid_to=in_days(50))
    assert len(warned()) == 1


def test_a_mail_server_that_is_down_is_tried_again(a, b, settings):
    agreement(a.institution, b.institution, valid_to=in_days(10))
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_PORT = 1  # nobody listens
    with pytest.raises(SystemExit):
        call_command("warn_of_lapsing_agreements")
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert len(warned()) == 1


def test_the_mail_is_in_both_languages(a, b):
    agreement(
        a.institution, b.institution, title_zh="共建协议", title_en="Our agreement", valid_to=in_days(10)
    )
    warned()
    text = mail.outbox[0].body
    assert ("“共建协议”" in text, "“Our agreement” holds until" in text) == (True, True)
