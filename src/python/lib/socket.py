"""Connections, which scripts do not open: names are here to be imported."""

import _closed

AF_UNIX, AF_INET, AF_INET6 = 1, 2, 10
SOCK_STREAM, SOCK_DGRAM = 1, 2
SOL_SOCKET, SO_REUSEADDR, SO_KEEPALIVE = 1, 2, 9
IPPROTO_TCP, TCP_NODELAY, TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT, TCP_USER_TIMEOUT = 6, 1, 4, 5, 6, 18
error = OSError
timeout = TimeoutError


class gaierror(OSError):
    pass


class herror(OSError):
    pass



def gethostname():
    import platform

    return platform.node()


def getfqdn(name=""):
    """Without asking a name server."""
    return name if name not in ("", "0.0.0.0", "::") else gethostname()


_closed.close(globals(), "create_connection", "create_server", "getaddrinfo", "gethostbyname", "gethostbyaddr",
              "getnameinfo", "socketpair", "setdefaulttimeout", "getdefaulttimeout")
_closed.close_classes(globals(), "socket")
