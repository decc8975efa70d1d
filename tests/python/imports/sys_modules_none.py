import sys
sys.modules["never"] = None
try:
    import never
except ImportError as e:
    print(e)
# expect: import of never halted; None in sys.modules
