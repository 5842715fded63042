"""The editor's form of every page."""

from wagtail.admin.forms import WagtailAdminPageForm

from home.slugs import free_slug


class PageForm(WagtailAdminPageForm):
    """Does not insist on an address: stock can make none from a Chinese title."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "slug" in self.fields:
            self.fields["slug"].required = False

    def clean_slug(self) -> str:
        title = self.cleaned_data.get("title") or ""
        return self.cleaned_data.get("slug") or free_slug(self.instance, title, self.parent_page)
