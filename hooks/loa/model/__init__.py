"""The content model: what a post, a policy, a village is. Nothing here reads a file."""
