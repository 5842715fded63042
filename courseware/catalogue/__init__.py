"""What is taught: courses, lessons, cases, lectures, and the vocabularies that classify them."""
