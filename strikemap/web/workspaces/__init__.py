"""The workspace that is open in the app: shared by its visitors, made of what is shown, and what
was decided in it shown at once. Uses the datasets, countries and wording of strikemap.web.
"""
