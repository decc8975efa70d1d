import ipaddress as ip

print(ip.ip_address("10.1.2.3"), repr(ip.ip_address("2001:db8::1")), int(ip.ip_address("1.2.3.4")), ip.ip_address(3232235777))
# expect: 10.1.2.3 IPv6Address('2001:db8::1') 16909060 192.168.1.1
print(ip.ip_address("2001:0db8:0:0:0:0:0:0001"), ip.ip_address("::ffff:1.2.3.4").ipv4_mapped, ip.IPv6Address("1:0:0:2::").exploded)
# expect: 2001:db8::1 1.2.3.4 0001:0000:0000:0002:0000:0000:0000:0000
print(ip.ip_address("10.0.0.1").is_private, ip.ip_address("8.8.8.8").is_private, ip.ip_address("::1").is_loopback, ip.ip_address("8.8.8.8").is_global)
# expect: True False True True
net = ip.ip_network("192.168.1.0/29")
print(net, net.netmask, net.hostmask, net.num_addresses, net.broadcast_address, ip.ip_address("192.168.1.5") in net)
# expect: 192.168.1.0/29 255.255.255.248 0.0.0.7 8 192.168.1.7 True
print([str(host) for host in net.hosts()], [str(one) for one in net.subnets()], net.supernet(), net[1], net[-1])
# expect: ['192.168.1.1', '192.168.1.2', '192.168.1.3', '192.168.1.4', '192.168.1.5', '192.168.1.6'] ['192.168.1.0/30', '192.168.1.4/30'] 192.168.1.0/28 192.168.1.1 192.168.1.7
print(ip.ip_network("10.0.0.0/255.0.0.0"), ip.ip_network("10.0.0.5/24", strict=False), ip.ip_network("10.1.0.0/16").subnet_of(ip.ip_network("10.0.0.0/8")))
# expect: 10.0.0.0/8 10.0.0.0/24 True
print(ip.ip_interface("10.0.0.5/24"), ip.ip_interface("10.0.0.5/24").network, ip.ip_interface("10.0.0.5/24").ip)
# expect: 10.0.0.5/24 10.0.0.0/24 10.0.0.5
print(sorted([ip.ip_address("10.0.0.2"), ip.ip_address("9.0.0.1")]), ip.ip_address("1.1.1.1") + 1, {ip.ip_address("1.1.1.1"): 1}[ip.ip_address("1.1.1.1")])
# expect: [IPv4Address('9.0.0.1'), IPv4Address('10.0.0.2')] 1.1.1.2 1
print(ip.ip_address("1.2.3.4").packed, ip.ip_address("1.2.3.4").reverse_pointer, ip.ip_address(b"\x01\x02\x03\x04"))
# expect: b'\x01\x02\x03\x04' 4.3.2.1.in-addr.arpa 1.2.3.4
for text in ("1.2.3", "256.1.1.1", "1.2.3.04", "::1::", "10.0.0.1/24", "x"):
    try:
        print(ip.ip_network(text) if "/" in text else ip.ip_address(text))
    except ValueError as error:
        print(error)
        # expect: '1.2.3' does not appear to be an IPv4 or IPv6 address
        # expect: '256.1.1.1' does not appear to be an IPv4 or IPv6 address
        # expect: '1.2.3.04' does not appear to be an IPv4 or IPv6 address
        # expect: '::1::' does not appear to be an IPv4 or IPv6 address
        # expect: 10.0.0.1/24 has host bits set
        # expect: 'x' does not appear to be an IPv4 or IPv6 address
try:
    ip.IPv4Address("1.2.3.04")
except ip.AddressValueError as error:
    print(error)
    # expect: Leading zeros are not permitted in '04' in '1.2.3.04'
