"""Hostile inputs: what is made, by kind, and the doors that it is put before."""
