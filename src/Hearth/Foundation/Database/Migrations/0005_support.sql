-- The one record of a moment of support. Codes are the enums of the Support module.
create table support_contacts (
  organization_id uuid not null references organizations,
  id uuid not null,
  program_id uuid not null,
  site_id uuid,
  started_at timestamptz not null,
  service_day date not null,
  time_known boolean not null default true,
  minutes int check (minutes between 0 and 2880),
  how smallint not null default 0,
  place smallint not null default 0,
  kinds int not null default 0 check (kinds >= 0),
  level smallint not null check (level in (1, 2, 3)),
  headcount int not null default 1 check (headcount between 1 and 100000),
  first_time boolean,
  supporter_ids uuid[] not null default '{}',
  note_sealed bytea,
  import_id uuid,
  import_key uuid,
  recorded_at timestamptz not null,
  recorded_by uuid,
  is_late boolean not null default false,
  undone_at timestamptz,
  version int not null default 1,
  primary key (organization_id, id),
  unique (organization_id, id, level),
  foreign key (organization_id, program_id) references programs (organization_id, id),
  foreign key (organization_id, site_id) references sites (organization_id, id),
  -- A counted contact can hold no free text about a person.
  check (level <> 1 or note_sealed is null)
);
create index support_contacts_by_day on support_contacts (organization_id, service_day, program_id);
create unique index support_contacts_by_import_key on support_contacts (organization_id, import_key)
  where import_key is not null;
create index support_contacts_by_import on support_contacts (import_id) where import_id is not null;
call owned_by_organization('support_contacts');

-- Who was there, for those who chose to be known. The level travels with the key: a counted contact can hold nobody.
create table contact_people (
  organization_id uuid not null,
  contact_id uuid not null,
  person_id uuid not null,
  level smallint not null check (level in (2, 3)),
  primary key (organization_id, contact_id, person_id),
  foreign key (organization_id, contact_id, level) references support_contacts (organization_id, id, level)
    on update cascade on delete cascade,
  foreign key (organization_id, person_id) references people (organization_id, id)
);
create index contact_people_by_person on contact_people (organization_id, person_id);
call owned_by_organization('contact_people');

-- What a contact said before it was corrected.
create table support_contact_versions (
  organization_id uuid not null,
  contact_id uuid not null,
  version int not null,
  replaced_at timestamptz not null,
  replaced_by uuid,
  why text,
  body text not null,
  primary key (organization_id, contact_id, version),
  foreign key (organization_id, contact_id) references support_contacts (organization_id, id) on delete cascade
);
call owned_by_organization('support_contact_versions');
