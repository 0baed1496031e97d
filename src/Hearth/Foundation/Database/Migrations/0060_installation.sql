-- Which root key the sealed columns were made with, so that a database never opens beside the wrong one: one row.
create table installation (
  only_row boolean primary key default true check (only_row),
  key_fingerprint text not null
);
alter table installation enable row level security;
