"""Vietnamese text as it is to be spoken: numbers, dates, money, signs and abbreviations in words."""
