"""The constants and exceptions of http.client; its connections are closed to scripts."""

from http import HTTPStatus as _HTTPStatus

import _closed

HTTP_PORT = 80
HTTPS_PORT = 443
globals().update({status.name: status for status in _HTTPStatus})
responses = {status: status.phrase for status in _HTTPStatus}


class HTTPException(Exception):
    pass


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class ImproperConnectionState(HTTPException):
    pass


class BadStatusLine(HTTPException):
    pass


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    pass


class IncompleteRead(HTTPException):
    pass


error = HTTPException
_closed.close_classes(globals(), "HTTPConnection", "HTTPSConnection", "HTTPResponse")
