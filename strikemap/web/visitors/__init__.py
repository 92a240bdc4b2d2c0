"""What a visitor opened, kept for that visitor alone, so that it is still there after the page is
loaded again: a shelf by secret tokens, put away on disk when nobody looks, and the cookie that
holds a visitor's;
who a visitor is; and what is pressed is done whole. Uses the wording of strikemap.web.
"""
