"""What an officer does at the desk: approve, note a posting, look at the preview."""
