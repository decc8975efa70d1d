"""Numbers of bytes."""

Ki, Mi, Gi, Ti, Pi = (1024**power for power in range(1, 6))
Ei, Zi, Yi, Ri, Qi = (1024**power for power in range(6, 11))
k, M, G, T, P = (1000**power for power in range(1, 6))
