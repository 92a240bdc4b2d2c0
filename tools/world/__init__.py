"""What ships for every country, built: areas, towns and places of the world, and names abroad."""
