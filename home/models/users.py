"""Accounts of the people who write, review and run the site. Readers have none."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """An account, identified by its e-mail address in mails and by its user name at login."""

    email = models.EmailField(_("e-mail address"), unique=True)

    REQUIRED_FIELDS = ["email"]

    class Meta(AbstractUser.Meta):
        verbose_name = _("account")
        verbose_name_plural = _("accounts")

    def get_full_name(self) -> str:
        """As the person writes it: a Chinese name begins with the family name and has no space."""
        if self.last_name and not (self.first_name + self.last_name).isascii():
            return self.last_name + self.first_name
        return super().get_full_name()
