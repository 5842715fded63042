"""Which courses come before which."""


def leads_back(course) -> bool:
    """Whether following the prerequisites of `course` (as edited) comes back to it, in any language."""
    key = course.translation_key
    waiting = [page for page in (entry.value for entry in course.prerequisites) if page]
    seen = set()
    while waiting:
        page = waiting.pop()
        if page.translation_key == key:
            return True
        if page.pk not in seen:
            seen.add(page.pk)
            waiting += [entry.value for entry in page.specific.prerequisites if entry.value]
    return False
