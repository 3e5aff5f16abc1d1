"""Facts held against the text that they were written from: claims, fingerprints, coverage."""
