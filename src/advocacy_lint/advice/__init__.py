"""What to do about findings: fixes, questions, scaffolds. Pure: nothing here reads or writes files, and no fact is invented."""
