"""What is done in the review, by whom it is done."""

from courseware.review.services.submission import begin_anew, submit

__all__ = ["begin_anew", "submit"]
