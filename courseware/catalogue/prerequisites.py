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
        if page.translation_key not in seen:
            seen.add(page.translation_key)
            for copy in type(course).objects.filter(translation_key=page.translation_key):
                waiting += [entry.value for entry in copy.prerequisites if entry.value]
    return False
