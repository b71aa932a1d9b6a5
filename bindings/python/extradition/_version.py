"""The version of the package: that of the C library, which meson.build states. A test holds the two together."""
__version__ = "0.1.0"
