"""Tables of the catalogue."""

from courseware.catalogue.models.case_page import CasePage
from courseware.catalogue.models.contribution import Contribution
from courseware.catalogue.models.course_page import CoursePage
from courseware.catalogue.models.lecture_page import LecturePage
from courseware.catalogue.models.lesson_page import LessonPage
from courseware.catalogue.models.tags import CaseTag, CourseTag, Keyword, LectureTag, LessonTag
from courseware.catalogue.models.term import Term
from courseware.catalogue.models.version import Version

__all__ = [
    "CasePage",
    "CaseTag",
    "Contribution",
    "CoursePage",
    "CourseTag",
    "Keyword",
    "LecturePage",
    "LectureTag",
    "LessonPage",
    "LessonTag",
    "Term",
    "Version",
]
