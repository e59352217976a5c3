"""Reading: what a page says, as claims with their evidence."""
