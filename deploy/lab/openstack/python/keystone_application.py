"""Keystone for uwsgi, of whichever release is installed."""

try:
    from keystone.server.wsgi import initialize_public_application
except ImportError:  # gone since the releases of 2024
    from keystone.server.flask import core

    def initialize_public_application():
        return core.initialize_application(name="public", config_files=core._get_config_files())


application = initialize_public_application()
