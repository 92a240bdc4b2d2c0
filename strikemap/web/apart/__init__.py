"""Reading apart: what a visitor hands over is read in a process of its own, with limits of memory
and time, so that no file takes the server down. A process that has loaded the readers waits, and
each file is read by a fork of it. Sheets are drawn so too, and end when nobody wants them.

Uses nothing of the app's, and no Streamlit.
"""
