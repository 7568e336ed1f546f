# The steps of bringing a site up. Each can be repeated, and does only what is not done.
# shellcheck shell=bash

# Debian's own interpreter: another python3 may stand before it on the PATH, without Debian's packages.
python=/usr/bin/python3
packages=(python3-keystone python3-glance python3-placement python3-nova python3-neutron python3-openstackclient
  uwsgi-core uwsgi-plugin-python3 procps)

# Databases of one release are no others'.
require_same_release() {
  local kept
  kept=$(release_of "$address")
  [ -z "$kept" ] || [ "$kept" = "$release" ] ||
    complain 1 "The site on $address is an OpenStack ${kept^}: choose another loopback address for ${release^}."
}

# Only ports of services that do not run yet: a second run finds its own.
require_free_ports() {
  local service
  for service in "${services[@]}"; do
    if ! runs "$service" && (exec 3<>"/dev/tcp/$address/${port[$service]}") 2>/dev/null; then
      complain 1 "Another program has port ${port[$service]} of $address, which $service needs:" \
        "stop it, or choose another loopback address (openstack up 127.0.3.1)."
    fi
  done
}

install_packages() { install_debian_packages "${packages[@]}"; }

write_configuration() {
  mkdir -p "$data"/{configuration,databases,images/staging,images/tasks,locks,nova,neutron,python,log,run}
  "$python" "$lab/python/render.py" "$lab/configuration" "$data/configuration" \
    "address=$address" "region=$region" "password=$password" "data=$data"
  # The programs are copied so that Python's caches do not end up in the checkout.
  cp "$lab"/python/*.py "$data/python/"
  # Neutron finds its mechanism drivers by the entry points of installed packages; this is the least such package.
  local package=$data/python/entente_lab-1.dist-info
  mkdir -p "$package"
  printf 'Metadata-Version: 2.1\nName: entente-lab\nVersion: 1\n' >"$package/METADATA"
  printf '[neutron.ml2.mechanism_drivers]\nagentless = agentless:AgentlessDriver\n' >"$package/entry_points.txt"
  (umask 077 && cp "$data/configuration/openrc" "$data/openrc")
  chmod 600 "$data/openrc" "$data/configuration/openrc"
  echo "$release" >"$data/release"
}

# Which configuration the programs of OpenStack read; each looks for its own variable.
use_configuration() {
  export OS_KEYSTONE_CONFIG_DIR=$data/configuration OS_PLACEMENT_CONFIG_DIR=$data/configuration
  export OS_GLANCE_CONFIG_DIR=$data/configuration OS_NOVA_CONFIG_DIR=$data/configuration
  export OS_NEUTRON_CONFIG_DIR=$data/configuration OS_NEUTRON_CONFIG_FILES=neutron.conf
  export PYTHONPATH=$data/python LC_ALL=C.UTF-8 PYTHONWARNINGS=ignore
}

# manage PROGRAM ARGUMENT...: some of the …-manage programs stand in packages that would also install and start the
# services themselves, so all are entered through their Python modules.
manage() {
  local program=$1
  shift
  "$python" "$data/python/manage.py" "$program" "$@"
}

# SQLite cannot take back half of a migration: databases that were not finished are made again from nothing.
make_databases() {
  local done=$data/databases/complete
  [ ! -e "$done" ] || return 0
  rm -rf "$data/databases"
  mkdir -p "$data/databases"
  use_configuration
  make_keystone_database &
  local keystone=$!
  make_nova_databases &
  local nova=$!
  manage placement-manage db sync
  manage glance-manage db_sync
  # Neutron's migrations do not run on SQLite; its tables are made from its models.
  "$python" "$data/python/neutron_tables.py" "sqlite:///$data/databases/neutron.sqlite"
  wait "$keystone"
  wait "$nova"
  # Write-ahead logs let readers go on beside the one writer.
  "$python" "$data/python/write_ahead.py" "$data"/databases/*.sqlite
  touch "$done"
}

make_keystone_database() {
  local url=http://$address:${port[keystone]}/v3
  mkdir -p "$data/configuration/fernet-keys" "$data/configuration/credential-keys"
  chmod 700 "$data/configuration/fernet-keys" "$data/configuration/credential-keys"
  manage keystone-manage db_sync
  manage keystone-manage fernet_setup --keystone-user root --keystone-group root
  manage keystone-manage credential_setup --keystone-user root --keystone-group root
  manage keystone-manage bootstrap --bootstrap-password "$password" --bootstrap-region-id "$region" \
    --bootstrap-public-url "$url" --bootstrap-internal-url "$url" --bootstrap-admin-url "$url"
}

make_nova_databases() {
  manage nova-manage api_db sync
  manage nova-manage cell_v2 map_cell0 --database_connection "sqlite:///$data/databases/nova-cell0.sqlite"
  manage nova-manage cell_v2 create_cell --name cell1
  manage nova-manage db sync
}

# web_service NAME: a service that is a WSGI application.
# One thread each, because two writers would meet as "database is locked" in SQLite; and uwsgi's plain HTTP socket ends
# every connection after one answer, which clients that keep connections only understand when told so.
web_service() {
  start_service "$1" uwsgi --plugins python3 --processes 1 --threads 1 --enable-threads --need-app --die-on-term \
    --disable-logging --buffer-size 65535 --add-header "Connection: close" \
    --http-socket "$address:${port[$1]}" --wsgi-file "$data/python/$1_application.py"
}

# await_answer NAME: until its port answers HTTP, or the reason why that will not happen any more.
await_answer() {
  local name=$1 tries
  for ((tries = 0; tries < 600; tries++)); do
    if "$python" "$lab/python/answers.py" "http://$address:${port[$name]}/"; then return 0; fi
    if ! runs "$name"; then
      echo "$name ended while it started: $(tail -n 1 "$data/log/$name.out")"
      return 1
    fi
    sleep 0.5
  done
  echo "$name does not answer on $address:${port[$name]}"
  return 1
}

start_keystone() {
  use_configuration
  web_service keystone
  await_answer keystone
}

fill_catalogue() {
  "$python" "$data/python/catalogue.py" "$address" "$region" "$password"
}

start_other_services() {
  use_configuration
  local service
  for service in placement glance neutron; do web_service "$service"; done
  start_service nova "$python" "$data/python/nova_in_one_process.py" --config-file "$data/configuration/nova.conf"
  for service in placement glance neutron nova; do await_answer "$service"; done
}

make_resources() {
  use_configuration
  "$python" "$data/python/resources.py" "$address" "$password"
  # The scheduler only sees hosts that are mapped to a cell.
  manage nova-manage cell_v2 discover_hosts --by-service
}
