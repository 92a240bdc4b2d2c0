"""The app: its start, a file opened, decisions, a workspace, a team's database."""
