"""Muniment: the record room of an intergovernmental organisation."""

__all__ = ["__version__"]

__version__ = "0.1.0"
