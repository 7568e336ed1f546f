"""Neutron for uwsgi, of whichever release is installed: each has its own entry."""


def made():
    try:
        from neutron.cmd.eventlet.server import main_api_eventlet  # Zed

        return main_api_eventlet()
    except ImportError:
        pass
    try:
        from neutron.server import get_application  # Victoria

        return get_application()
    except ImportError:
        from neutron.wsgi.api import application  # Epoxy

        return application


application = made()
