"""Pages under measurement: the browser, other map libraries, the plot of the figures."""
