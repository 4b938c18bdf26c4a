#!/usr/bin/env python3
"""Check that the window is not linked with what it finds later:

    test-linking.py OBJDUMP PROGRAM NAME...

One use of a function that is not listed in src/late/meson.build would bring its library, and all
that comes with it, back to each start.
"""

import re
import subprocess
import sys

listed = subprocess.run([sys.argv[1], '-p', sys.argv[2]], capture_output=True, text=True,
                        check=True).stdout
faults = [name for name in sys.argv[3:] if re.search(rf'NEEDED\s+lib{name}[.-]', listed)]
if faults:
    sys.exit(f'{sys.argv[2]} is linked with: {" ".join(faults)}')
