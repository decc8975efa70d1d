"""Addresses and networks of IPv4 and IPv6."""

import functools as _functools

IPV4LENGTH = 32
IPV6LENGTH = 128


class AddressValueError(ValueError):
    pass


class NetmaskValueError(ValueError):
    pass


def _v4_number(text):
    parts = text.split(".")
    if len(parts) != 4:
        raise AddressValueError("Expected 4 octets in " + repr(text))
    number = 0
    for part in parts:
        if not part:
            raise AddressValueError("Empty octet not permitted in " + repr(text))
        if not (part.isascii() and part.isdigit()):
            raise AddressValueError("Only decimal digits permitted in " + repr(part) + " in " + repr(text))
        if len(part) > 3:
            raise AddressValueError("At most 3 characters permitted in " + repr(part) + " in " + repr(text))
        if part != "0" and part[0] == "0":
            raise AddressValueError("Leading zeros are not permitted in " + repr(part) + " in " + repr(text))
        if int(part) > 255:
            raise AddressValueError("Octet " + part + " (> 255) not permitted in " + repr(text))
        number = number * 256 + int(part)
    return number


def _v6_number(text):
    text, _, _scope = text.partition("%")
    parts = text.split(":")
    if len(parts) < 3:
        raise AddressValueError("At least 3 parts expected in " + repr(text))
    if "." in parts[-1]:
        low = _v4_number(parts.pop())
        parts += ["%x" % (low >> 16), "%x" % (low & 0xFFFF)]
    if text.count("::") > 1 or ":::" in text:
        raise AddressValueError("At most one '::' permitted in " + repr(text))
    if "::" in text:
        head, tail = ":".join(parts).split("::")
        left = head.split(":") if head else []
        right = tail.split(":") if tail else []
        if len(left) + len(right) > 7:
            raise AddressValueError("Expected at most 7 other parts with '::' in " + repr(text))
        parts = left + ["0"] * (8 - len(left) - len(right)) + right
    if len(parts) != 8:
        raise AddressValueError("Exactly 8 parts expected without '::' in " + repr(text))
    number = 0
    for part in parts:
        if not part or len(part) > 4 or any(letter not in "0123456789abcdefABCDEF" for letter in part):
            raise AddressValueError("Only hex digits permitted in " + repr(part) + " in " + repr(text))
        number = number << 16 | int(part, 16)
    return number


def _v6_groups(number):
    return ["%x" % (number >> shift & 0xFFFF) for shift in range(112, -1, -16)]


def _v6_text(number):
    """The longest run of zeros is '::'."""
    groups = _v6_groups(number)
    best, size = 0, 1
    start = 0
    while start < 8:
        end = start
        while end < 8 and groups[end] == "0":
            end += 1
        if end - start > size:
            best, size = start, end - start
        start = max(end, start + 1)
    if size < 2:
        return ":".join(groups)
    return ":".join(groups[:best]) + "::" + ":".join(groups[best + size:])


@_functools.total_ordering
class _Address:
    def __init__(self, address):
        if isinstance(address, int):
            if not 0 <= address < 1 << self.max_prefixlen:
                raise AddressValueError(str(address) + " is not permitted as an IPv" + str(self.version) + " address")
            self._ip = address
        elif isinstance(address, bytes):
            if len(address) * 8 != self.max_prefixlen:
                raise AddressValueError(repr(address) + " (len " + str(len(address)) + " != "
                                        + str(self.max_prefixlen // 8) + ") is not permitted")
            self._ip = int.from_bytes(address, "big")
        else:
            text = str(address)
            if "/" in text:
                raise AddressValueError("Unexpected '/' in " + repr(text))
            self._ip = self._parse(text)

    def __int__(self):
        return self._ip

    def __str__(self):
        return self._show(self._ip)

    @property
    def compressed(self):
        return str(self)

    @property
    def packed(self):
        return self._ip.to_bytes(self.max_prefixlen // 8, "big")

    def __repr__(self):
        return type(self).__name__ + "(" + repr(str(self)) + ")"

    def __eq__(self, other):
        return isinstance(other, _Address) and (self.version, self._ip) == (other.version, other._ip)

    def __lt__(self, other):
        if not isinstance(other, _Address):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(str(self) + " and " + str(other) + " are not of the same version")
        return self._ip < other._ip

    def __hash__(self):
        return hash(hex(self._ip))

    def __add__(self, other):
        return type(self)(self._ip + other) if isinstance(other, int) else NotImplemented

    def __sub__(self, other):
        return type(self)(self._ip - other) if isinstance(other, int) else NotImplemented

    def _in(self, *networks):
        return any(self in type(self)._network_class(network) for network in networks)

    @property
    def is_multicast(self):
        return self._in(self._multicast)

    @property
    def is_loopback(self):
        return self._in(self._loopback)

    @property
    def is_link_local(self):
        return self._in(self._link_local)

    @property
    def is_unspecified(self):
        return self._ip == 0

    @property
    def is_private(self):
        return self._in(*self._private)

    @property
    def is_global(self):
        return not self.is_private and not self._in(*self._shared)


class IPv4Address(_Address):
    version = 4
    max_prefixlen = IPV4LENGTH
    _parse = staticmethod(_v4_number)
    _multicast = "224.0.0.0/4"
    _loopback = "127.0.0.0/8"
    _link_local = "169.254.0.0/16"
    _private = ("0.0.0.0/8", "10.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/29",
                "192.0.2.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4")
    _shared = ("100.64.0.0/10",)

    @staticmethod
    def _show(number):
        return ".".join(str(number >> shift & 255) for shift in (24, 16, 8, 0))

    @property
    def exploded(self):
        return str(self)

    @property
    def reverse_pointer(self):
        return ".".join(reversed(str(self).split("."))) + ".in-addr.arpa"


class IPv6Address(_Address):
    version = 6
    max_prefixlen = IPV6LENGTH
    _parse = staticmethod(_v6_number)
    _show = staticmethod(_v6_text)
    _multicast = "ff00::/8"
    _loopback = "::1/128"
    _link_local = "fe80::/10"
    _private = ("::1/128", "::/128", "::ffff:0:0/96", "100::/64", "2001:db8::/32", "fc00::/7", "fe80::/10")
    _shared = ()

    @property
    def exploded(self):
        return ":".join(group.zfill(4) for group in _v6_groups(self._ip))

    @property
    def ipv4_mapped(self):
        return IPv4Address(self._ip & 0xFFFFFFFF) if self._ip >> 32 == 0xFFFF else None


@_functools.total_ordering
class _Network:
    def __init__(self, address, strict=True):
        if isinstance(address, tuple):
            base, mask = address
        elif isinstance(address, (int, bytes)):
            base, mask = address, self._address_class.max_prefixlen
        else:
            base, slash, mask = str(address).partition("/")
            mask = mask if slash else self._address_class.max_prefixlen
        self.network_address = self._address_class(base)
        self.prefixlen = self._prefix(mask, address)
        low = (1 << self.max_prefixlen - self.prefixlen) - 1
        if int(self.network_address) & low:
            if strict:
                raise ValueError(str(address) + " has host bits set")
            self.network_address = self._address_class(int(self.network_address) & ~low)
        self.broadcast_address = self._address_class(int(self.network_address) | low)

    def _prefix(self, mask, address):
        text = str(mask)
        if text.isascii() and text.isdigit() and int(text) <= self.max_prefixlen:
            return int(text)
        try:
            number = self._address_class._parse(text)
        except ValueError:
            raise NetmaskValueError(repr(text) + " is not a valid netmask") from None
        whole = (1 << self.max_prefixlen) - 1
        for bits in (number, number ^ whole):
            size = bin(bits).count("1")
            if bits == whole >> self.max_prefixlen - size << self.max_prefixlen - size:
                return size
        raise NetmaskValueError(repr(text) + " is not a valid netmask")

    @property
    def version(self):
        return self._address_class.version

    @property
    def max_prefixlen(self):
        return self._address_class.max_prefixlen

    @property
    def netmask(self):
        whole = (1 << self.max_prefixlen) - 1
        return self._address_class(whole ^ (whole >> self.prefixlen))

    @property
    def hostmask(self):
        return self._address_class((1 << self.max_prefixlen - self.prefixlen) - 1)

    @property
    def num_addresses(self):
        return 1 << self.max_prefixlen - self.prefixlen

    def __str__(self):
        return str(self.network_address) + "/" + str(self.prefixlen)

    with_prefixlen = compressed = property(__str__)

    @property
    def with_netmask(self):
        return str(self.network_address) + "/" + str(self.netmask)

    @property
    def exploded(self):
        return self.network_address.exploded + "/" + str(self.prefixlen)

    def __repr__(self):
        return type(self).__name__ + "(" + repr(str(self)) + ")"

    def _key(self):
        return self.version, int(self.network_address), self.prefixlen

    def __eq__(self, other):
        return isinstance(other, _Network) and self._key() == other._key()

    def __lt__(self, other):
        if not isinstance(other, _Network):
            return NotImplemented
        if self.version != other.version:
            raise TypeError(str(self) + " and " + str(other) + " are not of the same version")
        return self._key() < other._key()

    def __hash__(self):
        return hash(self._key())

    def __contains__(self, other):
        if isinstance(other, _Network) or other.version != self.version:
            return False
        return int(self.network_address) <= int(other) <= int(self.broadcast_address)

    def __iter__(self):
        for number in range(int(self.network_address), int(self.broadcast_address) + 1):
            yield self._address_class(number)

    def __getitem__(self, n):
        number = int(self.network_address if n >= 0 else self.broadcast_address) + (n if n >= 0 else n + 1)
        if not int(self.network_address) <= number <= int(self.broadcast_address):
            raise IndexError("address out of range")
        return self._address_class(number)

    def hosts(self):
        first, last = int(self.network_address), int(self.broadcast_address)
        if self.prefixlen < self.max_prefixlen - 1:
            first, last = first + 1, last - (1 if self.version == 4 else 0)
        return (self._address_class(number) for number in range(first, last + 1))

    def overlaps(self, other):
        return other.network_address in self or self.network_address in other

    def subnet_of(self, other):
        return self.network_address in other and self.broadcast_address in other

    def supernet_of(self, other):
        return other.subnet_of(self)

    def subnets(self, prefixlen_diff=1, new_prefix=None):
        prefix = self.prefixlen + prefixlen_diff if new_prefix is None else new_prefix
        step = 1 << self.max_prefixlen - prefix
        for number in range(int(self.network_address), int(self.broadcast_address) + 1, step):
            yield type(self)((number, prefix))

    def supernet(self, prefixlen_diff=1, new_prefix=None):
        prefix = self.prefixlen - prefixlen_diff if new_prefix is None else new_prefix
        return type(self)((int(self.network_address), prefix), strict=False)

    @property
    def is_private(self):
        return self.network_address.is_private and self.broadcast_address.is_private

    @property
    def is_loopback(self):
        return self.network_address.is_loopback and self.broadcast_address.is_loopback


class IPv4Network(_Network):
    _address_class = IPv4Address


class IPv6Network(_Network):
    _address_class = IPv6Address


IPv4Address._network_class = IPv4Network
IPv6Address._network_class = IPv6Network


class _Interface:
    """An address with the network that it is in."""

    def __init__(self, address):
        text = str(address)
        super().__init__(text.partition("/")[0])
        self.network = self._network_class(text, strict=False)

    @property
    def ip(self):
        return type(self).__mro__[2](self._ip)

    @property
    def netmask(self):
        return self.network.netmask

    def __str__(self):
        return self._show(self._ip) + "/" + str(self.network.prefixlen)

    with_prefixlen = property(__str__)




class IPv4Interface(_Interface, IPv4Address):
    pass


class IPv6Interface(_Interface, IPv6Address):
    pass


def _first(kinds, address, what, *options):
    for kind in kinds:
        try:
            return kind(address, *options)
        except (AddressValueError, NetmaskValueError):
            pass
    raise ValueError(repr(address) + " does not appear to be an IPv4 or IPv6 " + what)


def ip_address(address):
    return _first((IPv4Address, IPv6Address), address, "address")


def ip_network(address, strict=True):
    return _first((IPv4Network, IPv6Network), address, "network", strict)


def ip_interface(address):
    return _first((IPv4Interface, IPv6Interface), address, "interface")
