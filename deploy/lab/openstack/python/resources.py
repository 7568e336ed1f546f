"""Makes flavors, an image and a network, as far as they are not there, and waits for the fake host.

resources.py ADDRESS PASSWORD
"""

import sys
import time

from rest import Session

FLAVORS = (("m1.tiny", 1, 512, 1), ("m1.small", 1, 2048, 20), ("m1.medium", 2, 4096, 40))
HOST_LIMIT_SECONDS = 180

address, password = sys.argv[1:]
session = Session(address, password)


def make_flavors():
    known = {flavor["name"] for flavor in session.get(f"{session.nova}/flavors")["flavors"]}
    for name, vcpus, ram, disk in FLAVORS:
        if name not in known:
            flavor = {"name": name, "vcpus": vcpus, "ram": ram, "disk": disk}
            session.post(f"{session.nova}/flavors", {"flavor": flavor})


def make_image():
    """An image of zeros: the fake hypervisor starts anything. One whose upload was interrupted is filled now."""
    images = session.get(f"{session.glance}/images?name=cirros")["images"]
    if not images:
        content = {"name": "cirros", "disk_format": "raw", "container_format": "bare", "visibility": "public"}
        images = [session.post(f"{session.glance}/images", content)]
    if images[0]["status"] == "queued":
        session.upload(f"{session.glance}/images/{images[0]['id']}/file", bytes(1024))


def make_network():
    networks = session.get(f"{session.neutron}/networks?name=lab")["networks"]
    if not networks:
        networks = [session.post(f"{session.neutron}/networks", {"network": {"name": "lab", "shared": True}})["network"]]
    network = networks[0]["id"]
    if not session.get(f"{session.neutron}/subnets?network_id={network}")["subnets"]:
        subnet = {"network_id": network, "ip_version": 4, "cidr": "10.20.0.0/16", "gateway_ip": None}
        session.post(f"{session.neutron}/subnets", {"subnet": {**subnet, "enable_dhcp": False}})


def lift_quota():
    """The site's limits are to be the host's, not the project's."""
    quota = {"instances": -1, "cores": -1, "ram": -1}
    session.put(f"{session.nova}/os-quota-sets/{session.project}", {"quota_set": quota})


def await_host():
    end = time.monotonic() + HOST_LIMIT_SECONDS
    while not any(
        service["state"] == "up" for service in session.get(f"{session.nova}/os-services?binary=nova-compute")["services"]
    ):
        if time.monotonic() > end:
            sys.exit("Nova's host did not come up")
        time.sleep(0.5)


make_flavors()
make_image()
make_network()
lift_quota()
await_host()
