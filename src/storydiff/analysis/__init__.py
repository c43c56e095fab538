"""Report → Analysis: what stands in one report, each kind of mention by a module of its own."""
