-- A workload is kept as the JSON of an order's document, so that whatever can be ordered can be kept.
alter table broker.quote_line add column ordered text;
alter table broker.quote_line add column gpus integer not null default 0;
alter table broker.instance add column ordered text;
alter table broker.instance add column gpus integer not null default 0;

update broker.quote_line set ordered = jsonb_build_object('virtualMachine', jsonb_build_object(
    'image', jsonb_build_object('named', jsonb_build_object('name', image)), 'flavour', flavour,
    'networks', jsonb_build_array(), 'ports', jsonb_build_array(), 'volumes', jsonb_build_array(),
    'publicAddress', false))::text
where flavour is not null;
update broker.quote_line set ordered = jsonb_build_object('containerGroup', jsonb_build_object(
    'containers', jsonb_build_array(jsonb_build_object('name', 'workload', 'image', image,
        'vcpu', trim_scale(vcpu_each)::text, 'memoryGib', trim_scale(memory_gib_each)::text,
        'environment', jsonb_build_array(), 'ports', jsonb_build_array(), 'mounts', jsonb_build_array(),
        'command', jsonb_build_array())),
    'replicas', replicas, 'volumes', jsonb_build_array(), 'stable', false))::text
where flavour is null;
update broker.instance set ordered = jsonb_build_object('virtualMachine', jsonb_build_object(
    'image', jsonb_build_object('named', jsonb_build_object('name', image)), 'flavour', flavour,
    'networks', jsonb_build_array(), 'ports', jsonb_build_array(), 'volumes', jsonb_build_array(),
    'publicAddress', false))::text
where flavour is not null;
update broker.instance set ordered = jsonb_build_object('containerGroup', jsonb_build_object(
    'containers', jsonb_build_array(jsonb_build_object('name', 'workload', 'image', image,
        'vcpu', trim_scale(vcpu_each)::text, 'memoryGib', trim_scale(memory_gib_each)::text,
        'environment', jsonb_build_array(), 'ports', jsonb_build_array(), 'mounts', jsonb_build_array(),
        'command', jsonb_build_array())),
    'replicas', replicas, 'volumes', jsonb_build_array(), 'stable', false))::text
where flavour is null;

alter table broker.quote_line alter column ordered set not null;
alter table broker.quote_line alter column gpus drop default;
alter table broker.quote_line drop column image, drop column flavour, drop column replicas,
    drop column vcpu_each, drop column memory_gib_each;
alter table broker.instance alter column ordered set not null;
alter table broker.instance alter column gpus drop default;
alter table broker.instance drop column image, drop column flavour, drop column replicas,
    drop column vcpu_each, drop column memory_gib_each;
