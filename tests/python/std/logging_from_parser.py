# fileConfig() takes a parser, too, whose read() is not that of a file.
import configparser
import logging
import logging.config

parser = configparser.RawConfigParser()
parser.read_string(
    "[loggers]\nkeys = root\n[handlers]\nkeys = out\n[formatters]\nkeys = short\n"
    "[logger_root]\nlevel = INFO\nhandlers = out\n"
    "[handler_out]\nclass = StreamHandler\nargs = (sys.stdout,)\nformatter = short\n"
    "[formatter_short]\nformat = %(levelname)s: %(message)s\n"
)
logging.config.fileConfig(parser)
print(logging.getLogger().level)  # expect: 20
