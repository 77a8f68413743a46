"""The units of IEC 80000-13, each with its number of bytes."""

DECIMAL = {"kB": 10**3, "MB": 10**6, "GB": 10**9, "TB": 10**12, "PB": 10**15}
BINARY = {"KiB": 2**10, "MiB": 2**20, "GiB": 2**30, "TiB": 2**40, "PiB": 2**50}
BYTE = {"B": 1}

BY_LOWER_NAME = {name.lower(): size for name, size in {**BYTE, **DECIMAL, **BINARY}.items()}
