from subprocess import Popen
class Mine(Popen):
    pass
print(issubclass(Mine, Popen))
Mine(["true"])
# expect: True
# expect refusal: subprocess.Popen() is not open to migration scripts
