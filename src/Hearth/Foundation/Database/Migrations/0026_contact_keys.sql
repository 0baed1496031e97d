-- A contact's program is of its organization, and a program's organization is there: asking for each contact again would
-- only slow a large import.
alter table support_contacts drop constraint support_contacts_organization_id_fkey;
