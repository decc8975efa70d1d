import subprocess
subprocess.run(["true"])
# expect refusal: subprocess.run() starts a process, which is not open to migration scripts
