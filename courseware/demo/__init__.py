"""The demonstration library: content, figures, films, and the command that loads and serves them."""
