-- Instances that run at partners are looked at from time to time: they are taken to run on while their host is silent.
update broker.instance set due_at = now() where on_peer and state = 'ACTIVE' and due_at is null;
