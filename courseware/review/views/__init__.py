"""The screens of the review, by who uses them."""
