"""The command-line door: one thin function per verb."""
