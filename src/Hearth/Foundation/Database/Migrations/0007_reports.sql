-- A funder's pack made on a page, as the YAML of a definition. Every version is kept: what was sent can be drawn again.
create table report_packs (
  organization_id uuid not null references organizations,
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
  version int not null check (version > 0),
  definition text not null check (length(definition) <= 200000),
  made_at timestamptz not null,
  made_by uuid,
  primary key (organization_id, slug, version)
);
call owned_by_organization('report_packs');

-- When a report was last drawn for which days, by whom.
create table report_draws (
  organization_id uuid not null references organizations,
  report text not null check (length(report) <= 80),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  version int not null,
  drawn_at timestamptz not null,
  drawn_by uuid,
  primary key (organization_id, report, from_day, to_day)
);
call owned_by_organization('report_draws');
