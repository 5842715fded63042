"""A plain data table that wagtail-localize can translate cell by cell."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail_localize.segments import StringSegmentValue


class TableBlock(TypedTableBlock):
    """A table with a caption, column headings and text cells."""

    text = blocks.CharBlock(label=_("Text"), required=False)

    class Meta:
        icon = "table"
        label = _("Table")
        template = "blocks/table.html"

    def get_translatable_segments(self, value) -> list[StringSegmentValue]:
        """Caption, headings and cells, each under a path that says where it stands."""
        if not value:
            return []
        found = [StringSegmentValue("caption", value.caption or "")]
        found += [
            StringSegmentValue(f"heading.{column}", entry["heading"])
            for column, entry in enumerate(value.columns)
        ]
        found += [
            StringSegmentValue(f"cell.{row}.{column}", cell)
            for row, entry in enumerate(value.row_data)
            for column, cell in enumerate(entry["values"])
        ]
        return [segment for segment in found if not segment.is_empty()]

    def restore_translated_segments(self, value, segments):
        """`value` with the translated texts in place of the source's."""
        for segment in segments:
            kind, *place = segment.path.split(".")
            text = segment.render_text()
            if kind == "caption":
                value.caption = text
            elif kind == "heading":
                value.columns[int(place[0])]["heading"] = text
            else:
                value.row_data[int(place[0])]["values"][int(place[1])] = text
        return value
