"""A Neutron mechanism driver for a machine without network agents: every port is bound and active at once."""

from neutron_lib import constants
from neutron_lib.plugins.ml2 import api


class AgentlessDriver(api.MechanismDriver):
    def initialize(self):
        """Nothing to prepare."""

    @property
    def connectivity(self):
        return "l2"

    def bind_port(self, context):
        segment = context.segments_to_bind[0]
        context.set_binding(segment[api.ID], "bridge", {"port_filter": False}, status=constants.PORT_STATUS_ACTIVE)
