"""What the law and practice say: plain values in, plain values out; no store, screen or clock."""

__version__ = "0.1.0"
