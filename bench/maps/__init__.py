"""The map in a browser, beside other libraries' maps."""
