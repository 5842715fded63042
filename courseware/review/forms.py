"""What people fill in during a review."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from courseware.network.models import Person
from courseware.review.enums import Criterion, ErrorKind, ErrorState, GateQuestion, Response, Verdict
from courseware.review.rubric import criteria_for
from courseware.review.services.reports import Findings, Taken, points_to_check

LINES = forms.Textarea(attrs={"rows": 3})
NEW_POINTS = 3  # empty rows; each saving brings as many again


class AcceptForm(forms.Form):
    interests = forms.CharField(
        label=_("My conflicts of interest"),
        max_length=500,
        widget=LINES,
        help_text=_(
            "Money, kinship, rivalry, work for the maker of a drug or device. Write “none” if there are none."
        ),
    )
    may_be_named = forms.BooleanField(
        label=_("I agree to be named as a reviewer when the text is published"),
        required=False,
        help_text=_("Until then nobody but the chief editors learns who you are."),
    )


class DeclineForm(forms.Form):
    reason = forms.CharField(label=_("Why I decline"), max_length=500, widget=LINES)


class PointForm(forms.Form):
    """One thing that should be changed."""

    place = forms.CharField(
        label=pgettext_lazy("point", "Where"),
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"placeholder": _("Stage 9, dose of amoxicillin")}),
    )
    text = forms.CharField(
        label=pgettext_lazy("point", "What should change, and why"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReportForm(forms.Form):
    """The rubric, the earlier points, the recommendation. A draft may be anything; handing in checks that it is whole."""

    verdict = forms.ChoiceField(
        label=_("My recommendation"), choices=Verdict.choices, required=False, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=_("Note to the authors"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What is good, what matters most. Do not write who you are."),
    )
    private_note = forms.CharField(
        label=_("Private note to the editor"),
        required=False,
        max_length=10_000,
        widget=LINES,
        help_text=_("The authors never see it."),
    )

    def __init__(self, *args, assignment, report, mask, **kwargs):
        self.assignment, self.report, self.mask = assignment, report, mask
        self.earlier = points_to_check(assignment)
        super().__init__(*args, initial=self._initial(), **kwargs)
        for question in GateQuestion:
            self.fields[f"gate-{question}"] = forms.ChoiceField(
                label=question.label, choices=question.answers, required=False, widget=forms.RadioSelect
            )
        for criterion in criteria_for(assignment.round.page):
            self.fields[f"score-{criterion}"] = forms.TypedChoiceField(
                label=criterion.label,
                help_text=criterion.hint,
                choices=criterion.scores,
                coerce=int,
                empty_value=None,
                required=False,
                widget=forms.RadioSelect,
            )
        for point in self.earlier:
            self.fields[f"settled-{point.pk}"] = forms.ChoiceField(
                label=_("Is it settled?"),
                choices=[("yes", _("Settled")), ("no", _("Not yet"))],
                required=False,
                widget=forms.RadioSelect,
            )
            self.fields[f"remark-{point.pk}"] = forms.CharField(
                label=_("What is still missing"),
                required=False,
                max_length=4000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )
        self.points = forms.formset_factory(PointForm, extra=NEW_POINTS, max_num=100, absolute_max=100)(
            self.data or None, prefix="points", initial=self._known_points()
        )

    def _initial(self) -> dict:
        report = self.report
        initial = {"verdict": report.verdict, "note": report.note, "private_note": report.private_note}
        initial |= {f"gate-{name}": answer for name, answer in report.answers.items()}
        initial |= {f"score-{name}": score for name, score in report.scores.items()}
        remarks = report.points.filter(follows__isnull=False) if report.pk else ()
        for point in remarks:
            initial |= {f"settled-{point.follows_id}": "no", f"remark-{point.follows_id}": point.text}
        return initial

    def _known_points(self) -> list[dict]:
        known = self.report.points.filter(follows=None) if self.report.pk else ()
        return [{"place": point.place, "text": point.text} for point in known]

    @property
    def gate_fields(self):
        return [self[f"gate-{question}"] for question in GateQuestion]

    @property
    def score_fields(self):
        return [self[name] for name in self.fields if name.startswith("score-")]

    @property
    def earlier_fields(self) -> list[dict]:
        """Each earlier point with what the authors answered, who may have named themselves."""
        return [
            {
                "point": point,
                "answer": self.mask.hide(point.response_text),
                "settled": self[f"settled-{point.pk}"],
                "remark": self[f"remark-{point.pk}"],
            }
            for point in self.earlier
        ]

    def is_valid(self) -> bool:
        # Both, so that each shows its own errors.
        return all([super().is_valid(), self.points.is_valid()])

    def findings(self) -> Findings:
        """What was filled in, so far as it can be read."""
        data = self.cleaned_data
        return Findings(
            answers={str(q): data[f"gate-{q}"] for q in GateQuestion if data.get(f"gate-{q}")},
            scores={str(c): data[f"score-{c}"] for c in Criterion if data.get(f"score-{c}") is not None},
            verdict=data.get("verdict", ""),
            note=data.get("note", ""),
            private_note=data.get("private_note", ""),
            points=[
                (row.get("place", ""), row["text"])
                for row in (getattr(form, "cleaned_data", {}) for form in self.points)
                if row.get("text")
            ],
            earlier=[
                Taken(point, data[f"settled-{point.pk}"] == "yes", data.get(f"remark-{point.pk}", ""))
                for point in self.earlier
                if data.get(f"settled-{point.pk}")
            ],
        )


class InviteForm(forms.Form):
    reviewer = forms.ModelMultipleChoiceField(
        label=_("Reviewers"), queryset=Person.objects.none(), widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["reviewer"].queryset = Person.objects.filter(pk__in=[person.pk for person in people])


class WithdrawForm(forms.Form):
    reason = forms.CharField(label=_("Reason"), max_length=500, required=False)


class ExtendForm(forms.Form):
    due = forms.DateField(label=_("New date"), widget=forms.DateInput(attrs={"type": "date"}))


class DecisionForm(forms.Form):
    verdict = forms.ChoiceField(label=_("Decision"), choices=Verdict.choices, widget=forms.RadioSelect)
    letter = forms.CharField(
        label=_("Letter to the authors"), max_length=20_000, widget=forms.Textarea(attrs={"rows": 16})
    )
    small_change = forms.CharField(
        label=_("Go on without reviewers, because"),
        required=False,
        max_length=500,
        help_text=_("Only for small changes of a public text in which no number has changed."),
    )


class ResponseForm(forms.Form):
    """One row of the response matrix."""

    response = forms.ChoiceField(
        label=_("Response"), choices=Response.choices, required=False, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=_("Explanation"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2})
    )


class ErrorForm(forms.Form):
    """What a reader reports."""

    kind = forms.ChoiceField(label=_("What is wrong?"), choices=ErrorKind.choices, widget=forms.RadioSelect)
    place = forms.CharField(
        label=_("Where on the page?"),
        max_length=200,
        required=False,
        help_text=_("For example: stage 9, dose of amoxicillin; or minute 3:20 of the video."),
    )
    text = forms.CharField(
        label=_("What is it, and what would be right?"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Only the editors read it. Please do not write patients' names."),
    )
    email = forms.EmailField(
        label=_("Your e-mail, if you would like an answer"),
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    website = forms.CharField(
        label=_("Leave this empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )


class ErrorStateForm(forms.Form):
    state = forms.ChoiceField(label=_("State"), choices=ErrorState.choices, widget=forms.RadioSelect)
    outcome = forms.CharField(
        label=_("Outcome, for readers"),
        max_length=400,
        required=False,
        widget=LINES,
        help_text=_("One sentence in the language of the page, without names."),
    )


class CorrectionForm(forms.Form):
    reason = forms.CharField(
        label=_("What is corrected"),
        max_length=300,
        help_text=_("Readers see it. For example: dose of adrenaline corrected."),
    )


class PreviewLinkForm(forms.Form):
    purpose = forms.CharField(label=_("For whom"), max_length=120, required=False)
    days = forms.IntegerField(label=_("Days until it expires"), min_value=1, max_value=60, initial=14)
