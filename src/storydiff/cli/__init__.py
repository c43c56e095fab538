"""The command line. Only this folder prints, opens output files or exits."""
