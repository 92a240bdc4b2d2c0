"""What the product is made of: the locks read, hashes of what may be installed, licences, the bill
of materials, and what is known to be vulnerable.

Uses nothing of ours.
"""
