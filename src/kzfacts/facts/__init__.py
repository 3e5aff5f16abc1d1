"""What is known: the records of a fact base and the one place that reads the disk."""
