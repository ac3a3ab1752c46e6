"""Pictures, recordings and other files that posts bring along, and drawings that stand in."""
