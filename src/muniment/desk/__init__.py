"""Desks: where people and programs meet the record. A desk can do nothing that the Python API cannot."""
