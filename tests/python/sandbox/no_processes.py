import subprocess
print("imported")  # expect: imported
subprocess.check_output(["ls"])
# expect refusal: subprocess.check_output() starts a process, which is not open to migration scripts
