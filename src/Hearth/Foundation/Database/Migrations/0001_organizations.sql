-- What every row is bound by. A session names its organization and account; without them it sees nothing.
create function current_organization() returns uuid language sql stable parallel safe
  return nullif(current_setting('hearth.organization', true), '')::uuid;
create function current_account() returns uuid language sql stable parallel safe
  return nullif(current_setting('hearth.account', true), '')::uuid;

-- Gives a table the policy that nearly all share: only rows of the session's organization, to read and to write.
create procedure owned_by_organization(t regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', t);
  execute format(
    'create policy by_organization on %s using (organization_id = current_organization()) with check (organization_id = current_organization())', t);
end $$;

create table organizations (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name text not null check (length(btrim(name)) between 1 and 200),
  kind smallint not null,
  state char(2),
  time_zone text not null,
  person_word text not null default 'guest' check (length(btrim(person_word)) between 1 and 40),
  is_synthetic boolean not null default false,
  created_at timestamptz not null,
  version int not null default 1
);

create table sites (
  id uuid primary key,
  organization_id uuid not null references organizations,
  name text not null check (length(btrim(name)) between 1 and 200),
  state char(2),
  county text,
  time_zone text,
  address_confidential boolean not null default false,
  address_sealed bytea,
  closed_on date,
  version int not null default 1,
  unique (organization_id, id)
);
call owned_by_organization('sites');

create table programs (
  id uuid primary key,
  organization_id uuid not null references organizations,
  site_id uuid,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  name text not null check (length(btrim(name)) between 1 and 200),
  model smallint not null,
  legal_regime smallint not null,
  person_word text check (length(btrim(person_word)) between 1 and 40),
  starting_level smallint not null check (starting_level in (1, 2, 3)),
  started_on date,
  ended_on date check (ended_on >= started_on),
  version int not null default 1,
  unique (organization_id, slug),
  unique (organization_id, id),
  foreign key (organization_id, site_id) references sites (organization_id, id)
);
call owned_by_organization('programs');

create table supporters (
  id uuid primary key,
  organization_id uuid not null references organizations,
  name text not null check (length(btrim(name)) between 1 and 200),
  initials text,
  is_volunteer boolean not null default false,
  account_id uuid,
  started_on date,
  ended_on date,
  version int not null default 1,
  unique (organization_id, id)
);
create unique index supporters_by_name on supporters (organization_id, lower(name));
call owned_by_organization('supporters');
