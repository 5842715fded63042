"""Model fields that Django lacks."""

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class ChoiceSetField(models.JSONField):
    """Several values of one enum, kept in the order of the enum as a JSON list of strings."""

    def __init__(self, *args, enum: type[models.TextChoices] | None = None, **kwargs):
        self.enum = enum
        kwargs.setdefault("default", list)
        super().__init__(*args, **kwargs)

    def deconstruct(self):
        # The enum is no part of the column: a new role must not ask for a migration.
        return super().deconstruct()

    def formfield(self, **kwargs):
        return forms.TypedMultipleChoiceField(
            choices=self.enum.choices,
            required=not self.blank,
            label=kwargs.get("label", self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
            initial=kwargs.get("initial", []),
        )

    def validate(self, value, model_instance) -> None:
        super().validate(value, model_instance)
        if not isinstance(value, list) or any(item not in self.enum.values for item in value):
            raise ValidationError(_("Choose among the values offered."))
