"""Measurements that the docs quote; see CONTRIBUTING.md for the one-line commands."""
