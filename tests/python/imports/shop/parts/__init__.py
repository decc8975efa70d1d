from ..names import BRAND
from .. import names
from .wheel import Wheel as W

TITLE = BRAND + " parts"
