"""Ask what a French Senate report says of Kazakhstan's foreign policy."""

__version__ = "0.1.0"
