"""The page's address: what is filtered as a step of the browser's history, Back and Forward read
into the filters, the last filter undone, and all of them reset. What the map's hand does is
written by the map itself (`geo/webmap/static/host/`). Uses the filters and the map's view of
strikemap.web.
"""
