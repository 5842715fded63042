"""What readers see of a page, assembled in a constant number of queries."""
