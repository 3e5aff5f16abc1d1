"""Questions in, results out: pure functions that know languages but no subject."""
