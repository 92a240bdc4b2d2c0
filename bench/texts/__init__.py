"""Reports read, and strikes told twice found."""
