"""configure: TOML and JSON files of a project → settings and baselines; knows nothing of briefs."""
