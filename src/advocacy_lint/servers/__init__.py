"""Servers: the linter where people write. Thin front ends over `advocacy_lint.api`, each behind an extra of its own."""
