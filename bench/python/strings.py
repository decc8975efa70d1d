# Making, splitting and changing texts.
lines = []
for i in range(20000):
    lines.append(f"{i}:name {i % 97}:{i * 3.5:.2f}")
out = []
for line in lines:
    number, name, amount = line.split(":")
    if name.startswith("name 1"):
        out.append("%s-%s" % (name.upper().replace(" ", "_"), amount.rstrip("0")))
    elif "9" in number:
        out.append(number.zfill(8) + name[::-1])
text = ",".join(out)
print(len(text), text.count("NAME"), hash(text) == hash(",".join(out)))
