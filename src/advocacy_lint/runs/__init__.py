"""What a command does over many drafts."""
