# UUIDs: their forms, their parts, and how they are made of names and of chance.
import uuid
from uuid import UUID

one = UUID("12345678-1234-5678-9234-567812345678")
print(one, repr(one), one.hex, one.int, one.urn, one.bytes)
# expect: 12345678-1234-5678-9234-567812345678 UUID('12345678-1234-5678-9234-567812345678') 12345678123456789234567812345678 24197857161011715171395211673843553912 urn:uuid:12345678-1234-5678-9234-567812345678 b'\x124Vx\x124Vx\x924Vx\x124Vx'
print(one.bytes_le, one.fields, one.version, one.variant)
# expect: b'xV4\x124\x12xV\x924Vx\x124Vx' (305419896, 4660, 22136, 146, 52, 95073701484152) 5 specified in RFC 4122
print(one.time_low, one.time_mid, one.time_hi_version, one.clock_seq_hi_variant, one.clock_seq_low, one.node)
# expect: 305419896 4660 22136 146 52 95073701484152
print(one.time, one.clock_seq)  # expect: 466142576285865592 4660
for text in ["{12345678-1234-5678-9234-567812345678}", "urn:uuid:12345678-1234-5678-9234-567812345678", "12345678123456789234567812345678"]:
    print(UUID(text) == one)
# expect: True
# expect: True
# expect: True
print(UUID(bytes=one.bytes) == one, UUID(bytes_le=one.bytes_le) == one, UUID(fields=one.fields) == one, UUID(int=one.int) == one)
# expect: True True True True
print(UUID(int=0), UUID(int=2**128 - 1), UUID(int=5, version=4))
# expect: 00000000-0000-0000-0000-000000000000 ffffffff-ffff-ffff-ffff-ffffffffffff 00000000-0000-4000-8000-000000000005
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"))
# expect: 6fa459ea-ee8a-3ca4-894e-db77e160355e 886313e1-3b8a-5372-9b90-0c9aee199e5d
print(uuid.uuid5(uuid.NAMESPACE_URL, "http://example.com/ä"), uuid.NAMESPACE_X500)
# expect: 5061b96d-0fc2-5060-bb4f-e90e713a78f4 6ba7b814-9dad-11d1-80b4-00c04fd430c8
print(uuid.uuid4().version, uuid.uuid4().variant == uuid.RFC_4122, len(str(uuid.uuid4())), uuid.uuid4() != uuid.uuid4())
# expect: 4 True 36 True
print(uuid.uuid1().version, uuid.uuid1() != uuid.uuid1(), uuid.uuid1(node=1, clock_seq=2).node, uuid.uuid1(1, 2).clock_seq)
# expect: 1 True 1 2
print(one == str(one), one < UUID(int=1), sorted([UUID(int=2), UUID(int=1)]), {one: 1}[UUID(one.hex)], len({one, UUID(str(one))}))
# expect: False False [UUID('00000000-0000-0000-0000-000000000001'), UUID('00000000-0000-0000-0000-000000000002')] 1 1
print(f"{one}", "%s" % one, int(one) == one.int, str(one).upper(), isinstance(one, UUID), one in [UUID(int=0), one])
# expect: 12345678-1234-5678-9234-567812345678 12345678-1234-5678-9234-567812345678 True 12345678-1234-5678-9234-567812345678 True True


def error_of(work):
    try:
        work()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(error_of(lambda: UUID("x")))  # expect: ValueError: badly formed hexadecimal UUID string
print(error_of(lambda: UUID()))
# expect: TypeError: one of the hex, bytes, bytes_le, fields, or int arguments must be given
print(error_of(lambda: UUID(bytes=b"x")))  # expect: ValueError: bytes is not a 16-char string
print(error_of(lambda: UUID(int=-1)))  # expect: ValueError: int is out of range (need a 128-bit value)
print(error_of(lambda: UUID(int=1, version=9)))  # expect: ValueError: illegal version number
print(error_of(lambda: UUID(5)))  # expect: AttributeError: 'int' object has no attribute 'replace'
print(error_of(lambda: one < 5))  # expect: TypeError: '<' not supported between instances of 'UUID' and 'int'
