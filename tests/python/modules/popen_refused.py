from subprocess import Popen
class Mine(Popen):
    pass
print(issubclass(Mine, Popen))
Mine(["true"])
# expect: True
# expect refusal: subprocess.Popen() starts a process, which is not open to migration scripts
