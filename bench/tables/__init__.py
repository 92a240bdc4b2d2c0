"""Tables made up at any size: strikes of our own format, and files of strangers."""
