"""The command line: read the arguments, call the engine, hand the result to a renderer, write it."""

from kzfacts.cli.app import main

__all__ = ["main"]
