-- A line that is added to an invoice later would change what it bills just as an update would. Lines are numbered without
-- gaps, so the last one sums for all of them.
create function billing.refuse_line_beside_net() returns trigger
    language plpgsql as
$$
begin
    if exists (select 1 from billing.invoice_line where invoice = new.invoice and number > new.number) then
        return null;
    end if;
    if (select net from billing.invoice where id = new.invoice)
        <> (select sum(amount) from billing.invoice_line where invoice = new.invoice) then
        raise exception 'the lines of invoice % do not sum to its net amount', new.invoice
            using errcode = 'check_violation';
    end if;
    return null;
end;
$$;

create constraint trigger lines_keep_to_net
    after insert on billing.invoice_line
    deferrable initially deferred
    for each row execute function billing.refuse_line_beside_net();

-- Only an invoice that waits for its answer may get one.
create trigger invoice_keeps_its_answer
    before update on billing.invoice
    for each row when (old.state <> 'SENT')
    execute function billing.refuse_change();
