-- A contact's program and site are asked for once a statement. A foreign key asked once a row and locked the program each
-- time, which was a third of what recording a moment cost and most of what an import did.
alter table support_contacts
  drop constraint support_contacts_organization_id_program_id_fkey,
  drop constraint support_contacts_organization_id_site_id_fkey;

create function contacts_have_their_place() returns trigger language plpgsql as $$
begin
  if exists (
    select from written c
    where not exists (select from programs p where p.organization_id = c.organization_id and p.id = c.program_id)
      or (c.site_id is not null and not exists (
        select from sites s where s.organization_id = c.organization_id and s.id = c.site_id))
  ) then
    raise foreign_key_violation using
      message = 'a contact names a program or a site that its organization does not have',
      table = 'support_contacts', constraint = 'support_contacts_place';
  end if;
  return null;
end $$;
create trigger place_of_added after insert on support_contacts
  referencing new table as written for each statement execute function contacts_have_their_place();
create trigger place_of_changed after update on support_contacts
  referencing new table as written for each statement execute function contacts_have_their_place();

-- Programs and sites end and close. One that contacts name is not deleted.
create function place_is_not_named() returns trigger language plpgsql as $$
begin
  if exists (
    select from gone g join support_contacts c on c.organization_id = g.organization_id and g.id in (c.program_id, c.site_id)
  ) then
    raise foreign_key_violation using
      message = 'contacts name this program or site', table = tg_table_name, constraint = 'support_contacts_place';
  end if;
  return null;
end $$;
create trigger not_named after delete on programs
  referencing old table as gone for each statement execute function place_is_not_named();
create trigger not_named after delete on sites
  referencing old table as gone for each statement execute function place_is_not_named();
