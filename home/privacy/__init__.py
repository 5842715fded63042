"""What must not leave the site with a file or a text: pure functions."""
