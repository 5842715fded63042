"""The controlled vocabularies that are shipped, one CSV file for each (`code,name_zh,name_en`)."""

import csv
from pathlib import Path

from django.db.models import Model

from courseware.catalogue.enums import Vocabulary

FOLDER = Path(__file__).parent


def load_vocabulary(term_model: type[Model] | None = None) -> int:
    """Add the terms that are missing; labels that an editor has changed stay. Returns how many are new."""
    from courseware.catalogue.models import Term  # the migration passes the historical model instead

    terms = term_model or Term
    known = set(terms.objects.values_list("vocabulary", "code"))
    fresh = []
    for vocabulary in Vocabulary:
        path = FOLDER / f"{vocabulary.value}.csv"
        if not path.exists():
            continue
        with path.open(encoding="utf-8", newline="") as file:
            for order, row in enumerate(csv.DictReader(file), start=1):
                if (vocabulary.value, row["code"]) not in known:
                    fresh.append(
                        terms(
                            vocabulary=vocabulary.value,
                            code=row["code"],
                            order=order,
                            name_zh=row["name_zh"],
                            name_en=row["name_en"],
                        )
                    )
    terms.objects.bulk_create(fresh)
    return len(fresh)
