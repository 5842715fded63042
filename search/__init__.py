"""Finding: the analyzer, the index, the engines and the search page."""
