# Whole numbers and floats in a loop.
total = 0
x = 0.5
for i in range(300000):
    total = (total * 31 + i) % 1000003
    if i % 3 == 0:
        x = x * 1.0000001 + i / 7
    elif total > 500000:
        total -= i // 3
print(total, round(x, 3))
