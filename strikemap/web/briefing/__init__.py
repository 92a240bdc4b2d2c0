"""The Briefing page: a sheet of what Explore shows, an atlas, or a story of saved views, looked at
here and downloaded in one click.

Uses the datasets, filters, layers and workspaces of strikemap.web.
"""
