"""The errors of HTTP, each a class."""

from werkzeug.http import HTTP_STATUS_CODES


class HTTPException(Exception):
    code = None
    description = None

    def __init__(self, description=None, response=None):
        Exception.__init__(self)
        if description is not None:
            self.description = description
        self.response = response

    @property
    def name(self):
        return HTTP_STATUS_CODES.get(self.code, "Unknown Error")

    def get_description(self, environ=None, scope=None):
        return "<p>%s</p>" % (self.description or "")

    def get_response(self, environ=None, scope=None):
        return self.response

    def __str__(self):
        return "%s %s: %s" % (self.code if self.code is not None else "???", self.name, self.description)

    def __repr__(self):
        return "<%s '%s: %s'>" % (type(self).__name__, self.code if self.code is not None else "???", self.name)


default_exceptions = {}


def _error(name, code, base=HTTPException):
    made = type(name, (base,), {"code": code, "__module__": __name__})
    default_exceptions.setdefault(code, made)
    return made


BadRequest = _error("BadRequest", 400)
Unauthorized = _error("Unauthorized", 401)
Forbidden = _error("Forbidden", 403)
NotFound = _error("NotFound", 404)
MethodNotAllowed = _error("MethodNotAllowed", 405)
NotAcceptable = _error("NotAcceptable", 406)
RequestTimeout = _error("RequestTimeout", 408)
Conflict = _error("Conflict", 409)
Gone = _error("Gone", 410)
LengthRequired = _error("LengthRequired", 411)
PreconditionFailed = _error("PreconditionFailed", 412)
RequestEntityTooLarge = _error("RequestEntityTooLarge", 413)
RequestURITooLarge = _error("RequestURITooLarge", 414)
UnsupportedMediaType = _error("UnsupportedMediaType", 415)
RequestedRangeNotSatisfiable = _error("RequestedRangeNotSatisfiable", 416)
ExpectationFailed = _error("ExpectationFailed", 417)
ImATeapot = _error("ImATeapot", 418)
MisdirectedRequest = _error("MisdirectedRequest", 421)
UnprocessableEntity = _error("UnprocessableEntity", 422)
Locked = _error("Locked", 423)
FailedDependency = _error("FailedDependency", 424)
PreconditionRequired = _error("PreconditionRequired", 428)
TooManyRequests = _error("TooManyRequests", 429)
RequestHeaderFieldsTooLarge = _error("RequestHeaderFieldsTooLarge", 431)
UnavailableForLegalReasons = _error("UnavailableForLegalReasons", 451)
InternalServerError = _error("InternalServerError", 500)
NotImplemented = _error("NotImplemented", 501)
BadGateway = _error("BadGateway", 502)
ServiceUnavailable = _error("ServiceUnavailable", 503)
GatewayTimeout = _error("GatewayTimeout", 504)
HTTPVersionNotSupported = _error("HTTPVersionNotSupported", 505)
SecurityError = type("SecurityError", (BadRequest,), {"__module__": __name__})
ClientDisconnected = type("ClientDisconnected", (BadRequest,), {"__module__": __name__})


class BadRequestKeyError(BadRequest, KeyError):
    def __init__(self, arg=None, *args, **kwargs):
        BadRequest.__init__(self, *args, **kwargs)
        self.args = () if arg is None else (arg,)


class Aborter:
    def __init__(self, mapping=None, extra=None):
        self.mapping = {**(default_exceptions if mapping is None else mapping), **(extra or {})}

    def __call__(self, code, *args, **kwargs):
        if code not in self.mapping:
            raise LookupError("no exception for %r" % code)
        raise self.mapping[code](*args, **kwargs)


def abort(status, *args, **kwargs):
    Aborter()(status, *args, **kwargs)
