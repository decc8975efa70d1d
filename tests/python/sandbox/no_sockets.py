import socket
print(socket.AF_INET)  # expect: 2
socket.socket()
# expect refusal: socket.socket() opens a socket, which is not open to migration scripts
