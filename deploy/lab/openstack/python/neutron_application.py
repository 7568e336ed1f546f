"""Neutron for uwsgi."""

from neutron.cmd.eventlet.server import main_api_eventlet

application = main_api_eventlet()
