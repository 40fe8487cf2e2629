"""From a short brief about a chat-group community to the plan its team works from."""

__version__ = "0.1.0"
