-- A sheet that was brought in, or is on its way. The sheet itself is never in the database: it waits in the uploads
-- folder until it is imported or expires, because it holds names in the clear.
create table imports (
  id uuid primary key,
  organization_id uuid not null references organizations,
  file_name text not null check (length(file_name) between 1 and 255),
  sha256 bytea not null,
  size bigint not null,
  state smallint not null,
  started_at timestamptz not null,
  started_by uuid,
  actor text not null,
  stored_as text,
  map text not null,
  yes_words text,
  yes_language text,
  keep_duplicates boolean not null default false,
  skip_bad boolean not null default false,
  sheet_rows int not null default 0,
  good_rows int not null default 0,
  bad_rows int not null default 0,
  duplicates int not null default 0,
  already_there int not null default 0,
  skipped_rows int not null default 0,
  contacts int not null default 0,
  people_counted bigint not null default 0,
  minutes bigint not null default 0,
  coded_contacts int not null default 0,
  new_people int not null default 0,
  new_supporters int not null default 0,
  said text,
  committed_at timestamptz,
  undone_at timestamptz,
  kept_corrected int not null default 0,
  version int not null default 1,
  unique (organization_id, id)
);
create index imports_by_start on imports (organization_id, started_at desc);
call owned_by_organization('imports');

-- How a sheet with these headers was read last time.
create table import_maps (
  id uuid primary key,
  organization_id uuid not null references organizations,
  header_signature text not null,
  signature_hash bytea not null,
  name text not null,
  map text not null,
  used_at timestamptz not null,
  version int not null default 1,
  unique (organization_id, signature_hash)
);
call owned_by_organization('import_maps');
