"""Configuration of OpenStack's programs: options that are declared, and files and variables that give their values."""
