"""The configuration's class, by the module that has it."""

from flask import Config
