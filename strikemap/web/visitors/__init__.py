"""What a visitor opened, kept in memory for that visitor alone, so that it is still there after
the page is loaded again: a shelf by secret tokens, and the cookie that holds a visitor's;
and who a visitor is. Uses the wording of strikemap.web.
"""
