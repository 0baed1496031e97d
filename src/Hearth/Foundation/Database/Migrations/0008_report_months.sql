-- Months worked out beforehand, for reports over years of contacts. All of it can be worked out again from the contacts at
-- any time, so it is unlogged: cheap to write, in no backup, and emptied as a whole after a crash.

-- A month that is folded, and what its folding saw. Numbers of transactions mean nothing in another cluster.
create unlogged table report_months (
  organization_id uuid not null,
  month date not null,
  seen pg_snapshot not null,
  cluster bigint not null,
  primary key (organization_id, month)
);
call owned_by_organization('report_months');

-- What adds up. Contacts that were undone are in none of it. Rows without how, place and level are the sums over them:
-- most tables ask for none of the three, and have far fewer rows to read.
create unlogged table report_cells (
  organization_id uuid not null,
  month date not null,
  program_id uuid not null,
  kinds int not null,
  how smallint,
  place smallint,
  level smallint,
  contacts bigint not null,
  visits bigint not null,
  minutes bigint not null,
  without_minutes bigint not null,
  first_time bigint not null,
  not_first_time bigint not null,
  with_code bigint not null,
  check (num_nulls(how, place, level) in (0, 3))
);
create index report_cells_by_month on report_cells (organization_id, month);
create index report_cells_summed on report_cells (organization_id, month) where how is null;
call owned_by_organization('report_cells');

-- Who was there in a month: 20 bytes each, a person's id and a number. The number's lowest bit says that they have a code,
-- the next that they have a name, the rest how many visits of theirs were counted.
create unlogged table report_people (
  organization_id uuid not null,
  month date not null,
  program_id uuid not null,
  people bytea not null,
  primary key (organization_id, month, program_id)
);
-- Ids do not compress.
alter table report_people alter column people set storage external;
call owned_by_organization('report_people');

-- Months touched by a transaction, written by every change to what is folded. A month is stale while one of these is there
-- that its folding did not see.
create unlogged table report_changes (
  organization_id uuid not null,
  month date not null,
  transaction xid8 not null default pg_current_xact_id(),
  primary key (organization_id, month, transaction)
);
call owned_by_organization('report_changes');

create function note_contacts_for_reports() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into report_changes (organization_id, month)
      select distinct organization_id, date_trunc('month', service_day::timestamp)::date from old_rows on conflict do nothing;
  end if;
  if tg_op <> 'DELETE' then
    insert into report_changes (organization_id, month)
      select distinct organization_id, date_trunc('month', service_day::timestamp)::date from new_rows on conflict do nothing;
  end if;
  return null;
end $$;

create trigger note_added_for_reports after insert on support_contacts
  referencing new table as new_rows for each statement execute function note_contacts_for_reports();
create trigger note_changed_for_reports after update on support_contacts
  referencing old table as old_rows new table as new_rows for each statement execute function note_contacts_for_reports();
create trigger note_removed_for_reports after delete on support_contacts
  referencing old table as old_rows for each statement execute function note_contacts_for_reports();

-- The day is asked for each link by itself: a join would be planned for the size of the first statement of a session and
-- kept for all others. Links that go with their contact find none, and need none.
create function note_links_for_reports() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    insert into report_changes (organization_id, month)
      select distinct organization_id, month from (
        select l.organization_id, (select date_trunc('month', c.service_day::timestamp)::date from support_contacts c
          where c.organization_id = l.organization_id and c.id = l.contact_id) as month from old_rows l) touched
      where month is not null on conflict do nothing;
  end if;
  if tg_op <> 'DELETE' then
    insert into report_changes (organization_id, month)
      select distinct organization_id, month from (
        select l.organization_id, (select date_trunc('month', c.service_day::timestamp)::date from support_contacts c
          where c.organization_id = l.organization_id and c.id = l.contact_id) as month from new_rows l) touched
      where month is not null on conflict do nothing;
  end if;
  return null;
end $$;

create trigger note_added_for_reports after insert on contact_people
  referencing new table as new_rows for each statement execute function note_links_for_reports();
create trigger note_changed_for_reports after update on contact_people
  referencing old table as old_rows new table as new_rows for each statement execute function note_links_for_reports();
create trigger note_removed_for_reports after delete on contact_people
  referencing old table as old_rows for each statement execute function note_links_for_reports();

-- A person who gains or loses a code or a name changes the months they were there.
create function note_person_for_reports() returns trigger language plpgsql as $$
begin
  insert into report_changes (organization_id, month)
    select distinct c.organization_id, date_trunc('month', c.service_day::timestamp)::date
    from contact_people l join support_contacts c on c.organization_id = l.organization_id and c.id = l.contact_id
    where l.organization_id = new.organization_id and l.person_id = new.id on conflict do nothing;
  return null;
end $$;

create trigger note_changed_for_reports after update on people for each row
  when ((old.code_index is null) <> (new.code_index is null) or (old.name_index is null) <> (new.name_index is null))
  execute function note_person_for_reports();

-- Also where a bulk load puts its own checks off.
alter table support_contacts enable always trigger note_added_for_reports;
alter table support_contacts enable always trigger note_changed_for_reports;
alter table support_contacts enable always trigger note_removed_for_reports;
alter table contact_people enable always trigger note_added_for_reports;
alter table contact_people enable always trigger note_changed_for_reports;
alter table contact_people enable always trigger note_removed_for_reports;
alter table people enable always trigger note_changed_for_reports;
