"""Ends well if the address answers HTTP without a server error: a service is ready when it can refuse politely."""

import sys
import urllib.error
import urllib.request

try:
    urllib.request.urlopen(sys.argv[1], timeout=20).close()
except urllib.error.HTTPError as refusal:
    sys.exit(0 if refusal.code < 500 else 1)
except OSError:
    sys.exit(1)
