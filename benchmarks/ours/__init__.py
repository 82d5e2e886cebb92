"""Parts of salescli that are timed on their own; each says ``seconds …`` in its last line."""
