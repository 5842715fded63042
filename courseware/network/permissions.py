"""The page permission policy: stock Wagtail's meaning, asked as one question of constant size.

Stock builds one OR term for each grant that a user holds. With 150 grants SQLite refuses ("Expression tree is
too large"), and a network of hospitals has more. Here the database compares paths itself.
"""

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import GroupPagePermission, Page
from wagtail.permission_policies.pages import PagePermissionPolicy

EXPLORING = {"add", "change", "publish", "lock", "unlock", "bulk_delete"}


class TerritoryPagePermissionPolicy(PagePermissionPolicy):
    """Permissions of page branches in a constant number of terms."""

    def _grants(self, user, actions):
        return GroupPagePermission.objects.filter(
            group__user=user, permission__codename__in=self._get_permission_codenames(actions)
        )

    def _within(self, user, actions) -> Exists:
        """Pages at or below a page on which `user` holds one of `actions`."""
        # Wrapped: a bare outer reference has no lookups of its own.
        asked = ExpressionWrapper(OuterRef("path"), output_field=CharField())
        grants = self._grants(user, actions).annotate(asked_path=asked)
        return Exists(grants.filter(asked_path__startswith=F("page__path")))

    def _above(self, user, actions) -> Exists:
        """Pages at or above such a page: the way that leads to it."""
        return Exists(self._grants(user, actions).filter(page__path__startswith=OuterRef("path")))

    def instances_user_has_any_permission_for(self, user, actions):
        everything_or_nothing = self._base_queryset_for_user(user)
        if everything_or_nothing is not None:
            return everything_or_nothing
        actions = set(actions)
        allowed = Q(self._within(user, actions))
        if "change" in actions and "add" not in actions:
            # Who may add may edit what is their own.
            allowed |= Q(self._within(user, {"add"})) & Q(owner=user)
        return self._matching(allowed)

    def _matching(self, allowed: Q):
        # By id: search backends understand no other subquery in a filter.
        return self.model._default_manager.filter(pk__in=Page.objects.filter(allowed).order_by().values("pk"))

    def explorable_instances(self, user):
        everything_or_nothing = self._base_queryset_for_user(user)
        if everything_or_nothing is not None:
            return everything_or_nothing
        root = self.explorable_root_instance(user)
        if root is None:
            return self.model._default_manager.none()
        top = root.path
        if root.depth > 1 and root in self.instances_with_direct_explore_permission(user):
            top = top[: -root.steplen]  # as stock: the page above a single branch is part of the way
        return self._matching(
            (Q(self._within(user, EXPLORING)) | Q(self._above(user, EXPLORING))) & Q(path__startswith=top)
        )


def explorable(user):
    """Pages in the user's territory and on the way to it."""
    return TerritoryPagePermissionPolicy(Page).explorable_instances(user)
