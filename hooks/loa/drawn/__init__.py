"""What is drawn from the content: charts, codes, calendar files, blocks, pictures."""
