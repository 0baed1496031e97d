-- Append-only. The transaction's number lets the sealer find what has become visible since its last look, without
-- making writers wait for each other.
create table audit_entries (
  organization_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  account_id uuid,
  actor text not null,
  action text not null,
  subject text not null,
  subject_id uuid,
  person_id uuid,
  why text,
  old_value text,
  new_value text,
  transaction xid8 not null default pg_current_xact_id(),
  primary key (organization_id, id)
);
create index audit_entries_by_transaction on audit_entries (transaction);
create index audit_entries_by_person on audit_entries (organization_id, person_id, at) where person_id is not null;
create index audit_entries_by_subject on audit_entries (organization_id, subject_id) where subject_id is not null;
alter table audit_entries enable row level security;
create policy read_own on audit_entries for select using (organization_id = current_organization());
-- Entries of the installation itself (sign-ins) belong to no organization and can be added by any session, read by none.
create policy add_own on audit_entries for insert
  with check (organization_id = current_organization() or organization_id = '00000000-0000-0000-0000-000000000000');

create table audit_seals (
  organization_id uuid not null,
  position bigint not null,
  entry_id uuid not null,
  hash bytea not null,
  primary key (organization_id, position),
  unique (organization_id, entry_id)
);
alter table audit_seals enable row level security;
create policy read_own on audit_seals for select using (organization_id = current_organization());

-- The newest position and hash of each chain, authenticated, so that cutting off its end shows.
create table audit_heads (
  organization_id uuid primary key,
  position bigint not null,
  hash bytea not null,
  mac bytea not null
);
alter table audit_heads enable row level security;
create policy read_own on audit_heads for select using (organization_id = current_organization());

-- What the sealer has seen: one row.
create table audit_sealer (
  single boolean primary key default true check (single),
  seen pg_snapshot not null,
  system_identifier text not null
);
alter table audit_sealer enable row level security;
