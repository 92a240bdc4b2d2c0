"""The ground under the strikes: the base map of their countries, with a person's own tiles, those
that the app was started with or those that a visitor handed over. Uses the datasets, countries and
period of strikemap.web.
"""
