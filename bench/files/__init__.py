"""Tables read, placed, written, drawn: what each step costs."""
