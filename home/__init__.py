"""The ground floor: users, files, base pages, shared blocks and site settings."""
