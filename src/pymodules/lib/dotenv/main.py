"""Where older code imports the functions from."""

from dotenv import dotenv_values, find_dotenv, get_key, load_dotenv, set_key, unset_key
