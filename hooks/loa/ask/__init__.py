"""Everything one may ask of the town on a day: posts, addresses, events, states, facts."""
