"""Files, folders, addresses → Reports, each span led back to its place in the file."""
