from loop.c import me
value = 2
