"""What ships for single countries, built: places, boundaries, ground, seeds and the weights."""
