"""Vietnamese text as it is to be spoken: numbers, dates, money, abbreviations in words."""
