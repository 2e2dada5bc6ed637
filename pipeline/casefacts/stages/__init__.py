"""The stages of the pipeline: `Doc` in, `Doc` out, each writing named span groups."""
