"""Groups that the network's records own: nobody edits their members or grants by hand."""

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _

from courseware.network.enums import Role
from courseware.network.models.institution import Institution


class GrantGroup(models.Model):
    """The Django group that stands for one role, at one institution or in the whole network."""

    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="grant")
    role = models.CharField(max_length=20, choices=Role.choices)
    institution = models.ForeignKey(
        Institution, null=True, blank=True, on_delete=models.CASCADE, related_name="grant_groups"
    )

    class Meta:
        verbose_name = _("group of a role")
        constraints = [
            models.UniqueConstraint(fields=["role", "institution"], name="one_group_per_role"),
            models.UniqueConstraint(
                fields=["role"],
                condition=models.Q(institution__isnull=True),
                name="one_group_per_network_role",
            ),
        ]

    def __str__(self) -> str:
        return str(self.group)
