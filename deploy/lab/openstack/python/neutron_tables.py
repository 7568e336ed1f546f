"""Makes Neutron's tables from its models in the database of the given URL."""

import sys

from neutron.db.migration.models import head
from sqlalchemy import create_engine

head.get_metadata().create_all(create_engine(sys.argv[1]))
