"""Who teaches: institutions, people, memberships, sections, and the permissions they carry."""
