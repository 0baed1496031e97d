-- A supported person who chose to be known by a code or by name. Everything that says who they are is sealed with a key
-- of their own; deleting the row deletes the key, and with it what the audit holds of them.
create table people (
  id uuid primary key,
  organization_id uuid not null references organizations,
  level smallint not null check (level in (2, 3)),
  own_key bytea not null,
  code_sealed bytea,
  code_index bytea,
  name_sealed bytea,
  name_index bytea,
  reach_sealed bytea,
  birth_year smallint check (birth_year between 1890 and 2100),
  gender text,
  race_ethnicity text[] not null default '{}',
  language text,
  county text,
  created_at timestamptz not null,
  created_by uuid,
  version int not null default 1,
  unique (organization_id, id),
  check ((code_sealed is null) = (code_index is null)),
  check ((name_sealed is null) = (name_index is null)),
  check (code_sealed is not null or name_sealed is not null)
);
create unique index people_by_code on people (organization_id, code_index) where code_index is not null;
create index people_by_name on people (organization_id, name_index) where name_index is not null;
call owned_by_organization('people');

-- A person's yes or no to a level, in the words that were put to them.
create table level_decisions (
  id uuid primary key,
  organization_id uuid not null,
  person_id uuid not null,
  contact_id uuid,
  from_level smallint not null,
  to_level smallint not null check (to_level in (1, 2, 3)),
  said_yes boolean not null,
  words text not null check (length(btrim(words)) between 1 and 4000),
  language text not null,
  said_on date not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  foreign key (organization_id, person_id) references people (organization_id, id) on delete cascade
);
create index level_decisions_by_person on level_decisions (organization_id, person_id);
call owned_by_organization('level_decisions');
