"""Sets up buurtkamer in this checkout with one command, and shows it (`demo`) or checks it (`test`).

    python3 installer/bootstrap.py demo
    python3 installer/bootstrap.py test [words for pytest]

Only the standard library is used until the set-up is done. This file itself is written so that an old Python can
read it too, and say the sentence below; the work is in `set_up.py` beside it.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - an old Python must be able to say so
    sys.exit(
        "This needs Python 3.11 or newer; this is Python {}.{}.\n"
        "Install a newer one (Debian 12 and Ubuntu 24.04 have it; for Windows and macOS: python.org)\n"
        "and run this again with it, for example: python3.12 installer/bootstrap.py demo".format(*sys.version_info[:2])
    )

from set_up import main  # the version must be right before this is read

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
