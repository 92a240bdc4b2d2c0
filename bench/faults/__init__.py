"""Faults of the ground that a workspace stands on: servers killed, disks full. Run as programs."""
