-- When a person's page was deleted although the law keeps billable records of theirs: what remains is marked with the day.
alter table people add column forgotten_at timestamptz;
