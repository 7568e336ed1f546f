"""Makes the services' users and Keystone's catalogue, as far as they are not there.

catalogue.py ADDRESS REGION PASSWORD
"""

import sys

from rest import Session

address, region, password = sys.argv[1:]
session = Session(address, password)
keystone = session.keystone

SERVICES = {
    "glance": ("image", f"http://{address}:9292"),
    "placement": ("placement", f"http://{address}:8778"),
    "nova": ("compute", f"http://{address}:8774/v2.1"),
    "neutron": ("network", f"http://{address}:9696"),
}


def ids(kind):
    return {thing["name"]: thing["id"] for thing in session.get(f"{keystone}/{kind}")[kind]}


def made(kind, one, **content):
    """The id of the thing of this name, made if it is not there."""
    known = ids(kind)
    if content["name"] in known:
        return known[content["name"]]
    return session.post(f"{keystone}/{kind}", {one: content})[one]["id"]


project = made("projects", "project", name="service", domain_id="default")
roles = ids("roles")
endpoints = {
    (endpoint["service_id"], endpoint["interface"]) for endpoint in session.get(f"{keystone}/endpoints")["endpoints"]
}
for name, (kind, url) in SERVICES.items():
    user = made("users", "user", name=name, password=password, domain_id="default", default_project_id=project)
    # Services check tokens and call each other; the second role is asked for since the 2023 releases.
    for role in {"admin", "service"} & roles.keys():
        session.put(f"{keystone}/projects/{project}/users/{user}/roles/{roles[role]}")
    service = made("services", "service", name=name, type=kind)
    for interface in ("public", "internal", "admin"):
        if (service, interface) not in endpoints:
            endpoint = {"service_id": service, "interface": interface, "url": url, "region_id": region}
            session.post(f"{keystone}/endpoints", {"endpoint": endpoint})
