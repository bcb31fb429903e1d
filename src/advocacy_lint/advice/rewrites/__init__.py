"""What to put in a finding's place: literal words, a cut, or a frame with brackets; nothing where the grammar is not certain.

`offers` puts it together; a post with nothing to mend loads none of it but `draft`.
"""
