import subprocess
subprocess.run(["true"])
# expect refusal: subprocess.run() is not open to migration scripts
