from attr.converters import *
