"""Danish: its words (`words`), and what the program says in it (`messages`)."""
