"""What checks of several topics need: claims, sentences with one edit, other happenings, work done once."""
