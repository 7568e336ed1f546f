"""Enters one of OpenStack's …-manage programs through its Python module: manage.py PROGRAM ARGUMENT..."""

import importlib
import os
import sys

# Program: the module and function that it enters, and its configuration file where it does not find that itself.
PROGRAMS = {
    "keystone-manage": ("keystone.cmd.manage", "keystone.conf"),
    "placement-manage": ("placement.cmd.manage", "placement.conf"),
    "glance-manage": ("glance.cmd.manage", "glance-api.conf"),
    "nova-manage": ("nova.cmd.manage", "nova.conf"),
}

program, *arguments = sys.argv[1:]
module, configuration = PROGRAMS[program]
folder = os.environ["OS_KEYSTONE_CONFIG_DIR"]
sys.argv = [program, "--config-file", os.path.join(folder, configuration), *arguments]
sys.exit(importlib.import_module(module).main())
