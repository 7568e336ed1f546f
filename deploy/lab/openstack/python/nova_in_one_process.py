"""All of Nova in one process: conductor, scheduler, one fake host and the API, on the in-process message bus.

Saves three processes and a message broker, which is most of a small site's memory.
"""

# Before anything else is imported: Nova's services are green threads, which need a patched standard library. Importing
# this does it, and since the releases of 2025 only a call.
from nova import monkey_patch  # isort:skip

if hasattr(monkey_patch, "patch"):
    monkey_patch.patch()

import sys

import nova.conf
import stable_node
from nova import config, objects, service
from nova.compute import rpcapi as compute
from nova.conductor import rpcapi as conductor
from nova.scheduler import rpcapi as scheduler
from oslo_log import log
from oslo_service import service as processes

configuration = nova.conf.CONF
config.parse_args(sys.argv)
log.setup(configuration, "nova")
objects.register_all()
if hasattr(objects.Service, "enable_min_version_cache"):
    objects.Service.enable_min_version_cache()
stable_node.pin()

launcher = processes.ServiceLauncher(configuration, restart_method="mutate")
for binary, topic in (
    ("nova-conductor", conductor.RPC_TOPIC),
    ("nova-scheduler", scheduler.RPC_TOPIC),
    ("nova-compute", compute.RPC_TOPIC),
):
    launcher.launch_service(service.Service.create(binary=binary, topic=topic))
launcher.launch_service(service.WSGIService("osapi_compute"))
launcher.wait()
