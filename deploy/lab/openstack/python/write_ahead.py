"""Switches SQLite files to write-ahead logs, for good."""

import sqlite3
import sys

for file in sys.argv[1:]:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
