"""Files read and written safely: bounded bytes, YAML, atomic writes."""
