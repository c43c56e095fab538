"""Places of several reports: addresses, crossings, homes and sites that cannot all be right."""
