"""Copies configuration files, filling in {{name}} and {{log-in user}}.

render.py FROM TO name=value...
"""

import pathlib
import re
import sys

LOG_IN = """\
auth_type = password
auth_url = http://{address}:5000/v3
username = {user}
password = {password}
project_name = service
user_domain_name = Default
project_domain_name = Default
region_name = {region}"""


def filled(text, values):
    def value(place):
        name, _, user = place.group(1).partition(" ")
        return LOG_IN.format(user=user, **values) if name == "log-in" else values[name]

    return re.sub(r"\{\{([a-z -]+)\}\}", value, text)


source, target, *pairs = sys.argv[1:]
values = dict(pair.split("=", 1) for pair in pairs)
for template in sorted(pathlib.Path(source).iterdir()):
    (pathlib.Path(target) / template.name).write_text(filled(template.read_text(), values))
