"""One post in, one report out."""
