"""How fast the program is, each thing against what is possible: ``python3 dev.py bench [NAME…]``."""
