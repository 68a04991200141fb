"""Stories about conflicts."""
