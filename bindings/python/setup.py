"""Says only that a wheel which carries the shared library is for one platform, though for every Python."""
import pathlib

from setuptools import setup
from setuptools.dist import Distribution

BUNDLED = (pathlib.Path(__file__).resolve().parent / "extradition" / "libextradition.so.0").exists()
commands = {}

if BUNDLED:
    from wheel.bdist_wheel import bdist_wheel

    class PlatformWheel(bdist_wheel):
        def get_tag(self):
            return ("py3", "none", super().get_tag()[2])

    commands["bdist_wheel"] = PlatformWheel


class Package(Distribution):
    def has_ext_modules(self):
        return BUNDLED


setup(distclass=Package, cmdclass=commands)
