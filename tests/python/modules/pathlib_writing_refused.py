from pathlib import Path
print(Path("x").name)
Path("x").write_text("text")
# expect: x
# expect refusal: pathlib.Path.write_text() is not open to migration scripts
