z = 3 + 4j
print(z, abs(z), z.real, z.imag, z.conjugate(), -z, +z, z == 3 + 4j, z != 1, 1j * 1j, complex(1, 2), complex("1+2j"), complex("3j"), complex(2))
print(z + 1, 1 - z, z * 2.5, z / (1 - 1j), z ** 2, (1 + 0j) == 1, hash(1 + 0j) == hash(1), bool(0j), bool(1j), repr(complex(0, -0.0)), 1e20j)
print(f"{1.1+2j:>12}|{3+0j:+}|{1.5j:_^9}|{1+2j:.3}")
print(complex("inf+nanj"), complex(1.5, -2), 2 ** 1j == complex(2) ** 1j, f"{z}", f"{z:.2f}", {1: "a"}[1 + 0j])
for work in (lambda: z < 1, lambda: int(z), lambda: float(z), lambda: z // 1, lambda: z % 2, lambda: complex("x"), lambda: z / 0, lambda: complex("1", 2), lambda: 0j ** -1):
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)

# expect: (3+4j) 5.0 3.0 4.0 (3-4j) (-3-4j) (3+4j) True True (-1+0j) (1+2j) (1+2j) 3j (2+0j)
# expect: (4+4j) (-2-4j) (7.5+10j) (-0.5+3.5j) (-7+24j) True True False True -0j 1e+20j
# expect:     (1.1+2j)|(+3+0j)|__1.5j___|(1+2j)
# expect: (inf+nanj) (1.5-2j) True (3+4j) 3.00+4.00j a
# expect: TypeError '<' not supported between instances of 'complex' and 'int'
# expect: TypeError int() argument must be a string, a bytes-like object or a real number, not 'complex'
# expect: TypeError float() argument must be a string or a real number, not 'complex'
# expect: TypeError unsupported operand type(s) for //: 'complex' and 'int'
# expect: TypeError unsupported operand type(s) for %: 'complex' and 'int'
# expect: ValueError complex() arg is a malformed string
# expect: ZeroDivisionError complex division by zero
# expect: TypeError complex() can't take second arg if first is a string
# expect: ZeroDivisionError 0.0 to a negative or complex power
