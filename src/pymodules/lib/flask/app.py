"""The application's class, by the module that has it."""

from flask import Flask
