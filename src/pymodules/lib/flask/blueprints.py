"""The blueprints' class, by the module that has it."""

from flask import Blueprint
