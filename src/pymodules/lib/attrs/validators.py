from attr.validators import *
