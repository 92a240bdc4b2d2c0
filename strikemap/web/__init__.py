"""The web app: one module a page, and what pages share: datasets, filters, the period, the map
component, numbers, tables, downloads. Streamlit is imported here and in `streamlit_app.py` alone.

Uses geo and gazetteer.
"""
