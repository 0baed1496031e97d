using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Support;

namespace Hearth.Tests.Imports;

/// <summary>Columns whose names hold the words of a field and mean something else, or stand beside one that means it.</summary>
public sealed class ColumnNameTests
{
    [Theory]
    [InlineData("Date of birth")]
    [InlineData("DOB (mm/dd/yyyy)")]
    [InlineData("Fecha de nacimiento")]
    [InlineData("Zip code")]
    [InlineData("Código postal")]
    [InlineData("Billing code")]
    [InlineData("Wait time (min)")]
    [InlineData("Travel time (hours)")]
    [InlineData("Travel minutes")]
    [InlineData("Drive time in minutes")]
    [InlineData("Next appointment date")]
    [InlineData("Emergency contact name")]
    [InlineData("Guest speaker")]
    [InlineData("Hours open")]
    [InlineData("Staff hours")]
    public void What_is_nothing_of_a_contact_is_left_out_whatever_words_its_name_holds(string header) =>
        Assert.Equal(ContactField.Ignore, HeaderWords.Field(header));

    [Theory]
    [InlineData("Time (minutes)", ContactField.Minutes)]
    [InlineData("Time in minutes", ContactField.Minutes)]
    [InlineData("Call time in hours", ContactField.Hours)]
    [InlineData("Tiempo en horas", ContactField.Hours)]
    [InlineData("Time in", ContactField.Start)]
    [InlineData("Emergency contact phone", ContactField.CallerNumber)]
    [InlineData("Participant code", ContactField.Person)]
    [InlineData("Date (mm/dd/yyyy)", ContactField.Date)]
    [InlineData("# of calls", ContactField.Headcount)]
    public void What_a_unit_says_of_a_column_is_heard(string header, ContactField field) =>
        Assert.Equal(field, HeaderWords.Field(header));

    [Theory]
    [InlineData("Name,Date of birth,Date of visit\nAna,3/14/1980,10/14/2025\n")]
    [InlineData("Name,Last visit date,Date\nAna,9/15/2025,10/14/2025\n")]
    [InlineData("Name,Date entered,Date of contact\nAna,10/20/2025,10/14/2025\n")]
    [InlineData("Timestamp,Name,Date of visit\n10/20/2025 9:14:02,Ana,10/14/2025\n")]
    public void The_date_of_a_contact_is_the_one_that_its_column_names(string sheet) =>
        Assert.Equal(new DateOnly(2025, 10, 14), Assert.Single(Sheets.Contacts(sheet)).Date);

    [Fact]
    public void A_birthday_is_no_date_even_where_no_other_is() =>
        Assert.DoesNotContain(
            Sheets.Import("Name,Birthday\nAna,3/14/1980\nBo,12/1/1975\n").Guess.Map.Columns,
            column => column.Field == ContactField.Date
        );

    [Fact]
    public void Where_somebody_lives_is_nobodys_code()
    {
        var contacts = Sheets.Contacts(
            "Date,Time,Zip code,Reason\n10/14/2025,9:15 PM,97201,lonely\n10/15/2025,9:45 PM,97201,food\n"
        );
        Assert.Equal([null, null], contacts.Select(contact => contact.PersonCode));
    }

    [Theory]
    [InlineData("Date,Name,Travel minutes,Minutes\n10/14/2025,Ana,45,20\n10/15/2025,Bo,60,20\n")]
    [InlineData("Date,Call time,Wait time,Talk time\n10/14/2025,9:30 PM,5,20\n10/15/2025,8:15 PM,12,20\n")]
    [InlineData("Date,Name,Time (minutes)\n10/14/2025,Ana,20\n10/15/2025,Bo,20\n")]
    public void A_length_is_the_one_of_the_contact(string sheet)
    {
        var contacts = Sheets.Contacts(sheet);
        Assert.Equal([20, 20], contacts.Select(contact => contact.Minutes ?? -1));
        Assert.DoesNotContain(contacts, contact => contact.PastMidnight);
    }

    [Fact]
    public void A_name_is_that_of_the_person_and_not_of_whom_to_call_in_need() =>
        Assert.Equal(
            "Ana",
            Assert
                .Single(
                    Sheets.Contacts(
                        "Date,Emergency contact,Contact's name,Name\n2025-10-14,Mom,Mom Lopez,Ana\n",
                        ("names", nameof(NameRule.KeepAsCode))
                    )
                )
                .PersonCode
        );

    [Fact]
    public void Yes_and_no_are_nobodys_name()
    {
        var (guess, rows) = Sheets.Import(
            "Date,Time In,New member?,Guest?\n2025-10-14,9:00 AM,yes,no\n2025-10-14,9:30 AM,no,yes\n"
        );
        Assert.DoesNotContain(guess.Map.Columns, column => column.Field == ContactField.Person);
        Assert.Equal(
            [true, false],
            rows.Where(row => row.Contact is not null).Select(row => row.Contact!.FirstTime ?? false)
        );
    }

    [Fact]
    public void How_many_calls_there_were_is_a_headcount() =>
        Assert.Equal(
            [7, 3],
            Sheets
                .Contacts("Date,Operator,Calls\n2025-10-14,Jo,7\n2025-10-15,Mo,3\n2025-10-16,Mo,0\n")
                .Select(contact => contact.Headcount)
        );

    [Theory]
    [InlineData("Repeat caller?")]
    [InlineData("Returning?")]
    [InlineData("Been here before?")]
    public void Yes_under_a_name_that_asks_for_people_who_come_again_is_no_first_time(string header)
    {
        var contacts = Sheets.Contacts(
            $"Date,Time,{header}\n2025-10-14,9:00 PM,Y\n2025-10-14,9:30 PM,no\n2025-10-15,9:00 PM,New\n2025-10-15,9:30 PM,repeat\n2025-10-15,9:40 PM,?\n"
        );
        Assert.Equal([false, true, true, false, null], contacts.Select(contact => contact.FirstTime));
    }

    [Theory]
    [InlineData("New or returning")]
    [InlineData("First time here?")]
    public void Yes_under_a_name_that_asks_for_new_people_is_a_first_time(string header) =>
        Assert.Equal(
            [true, false],
            Sheets
                .Contacts($"Date,Time,{header}\n2025-10-14,9:00 PM,Y\n2025-10-14,9:30 PM,no\n")
                .Select(contact => contact.FirstTime ?? false)
        );

    [Theory]
    [InlineData("Date,Group,Total\n2025-10-14,House,12\n2025-10-15,House,5\n")]
    [InlineData("Date,Total\n2025-10-14,12\n2025-10-15,5\n")]
    public void A_total_that_nothing_adds_up_to_is_how_many_came(string sheet) =>
        Assert.Equal(
            [12, 5],
            Sheets.Contacts(sheet, ("program-word:house", "house")).Select(contact => contact.Headcount)
        );

    [Theory]
    [InlineData("Date,Name,Total\n2025-10-14,Ana,12\n")]
    [InlineData("Date,Start,Total\n2025-10-14,9:00 AM,12\n")]
    [InlineData("Date,People,Total\n2025-10-14,1,12\n")]
    public void A_total_beside_a_person_a_time_or_a_headcount_is_not(string sheet) =>
        Assert.Equal(1, Assert.Single(Sheets.Contacts(sheet)).Headcount);

    [Fact]
    public void First_and_last_over_names_are_a_name()
    {
        var contacts = Sheets.Contacts(
            "Date,First,Last,In\n2025-10-14,Ana,Lopez,9:00 AM\n",
            ("names", nameof(NameRule.KeepAsCode))
        );
        Assert.Equal("Ana Lopez", Assert.Single(contacts).PersonCode);
        Assert.Equal(ContactField.Ignore, HeaderWords.Field("Last seen by"));
    }

    [Fact]
    public void When_a_form_was_filled_in_is_no_length_of_a_visit()
    {
        var forms =
            "ID,Start time,Completion time,Email,Your name,Reason for visit\n1,10/14/2025 9:14:02,10/14/2025 9:16:10,anonymous,Ana,talk\n";
        var contact = Assert.Single(Sheets.Contacts(forms));
        Assert.Equal((new DateOnly(2025, 10, 14), null), (contact.Date, contact.Minutes));
        contact = Assert.Single(
            Sheets.Contacts(
                "Start time;Completion time;Name;Date of visit;How long?\n10/20/2025 9:14:02;10/20/2025 9:16:10;;10/14/2025;2 hours\n"
            )
        );
        Assert.Equal((new DateOnly(2025, 10, 14), null, 120), (contact.Date, contact.Start, contact.Minutes));
    }

    [Fact]
    public void Ways_to_meet_with_numbers_under_them_are_counts_and_no_names_or_telephones()
    {
        var contacts = Sheets.Contacts("Date,In person,Phone,Text,Total\n10/14/2025,4,7,2,13\n10/15/2025,3,5,0,8\n");
        Assert.Equal([4, 7, 2, 3, 5], contacts.Select(contact => contact.Headcount));
    }

    [Theory]
    [InlineData("New/Repeat")]
    [InlineData("N/R (new or returning)")]
    public void N_and_R_under_new_and_repeat_are_those(string header) =>
        Assert.Equal(
            [true, true, true, false],
            Sheets
                .Contacts(
                    $"Date,Time,{header}\n2025-10-14,9:00 PM,N\n2025-10-14,9:30 PM,n\n2025-10-15,9:30 PM,new\n2025-10-15,9:40 PM,R\n"
                )
                .Select(contact => contact.FirstTime ?? false)
        );

    [Fact]
    public void Am_and_pm_in_a_column_of_their_own_are_heard()
    {
        var (guess, rows) = Sheets.Import(
            "Date,Time,AM/PM,Topic\n10/14/2025,9:00,PM,lonely\n10/14/2025,11:30,p.m.,grief\n10/15/2025,1:30,AM,grief\n10/15/2025,2:30 PM,,grief\n"
        );
        Assert.DoesNotContain(guess.Questions, question => question.Id == "bare-times");
        Assert.Equal(
            [new(21, 0), new(23, 30), new(1, 30), new(14, 30)],
            rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Start!.Value)
        );
        var contact = Assert.Single(Sheets.Contacts("Date,In,AM/PM,Out,AM/PM\n10/14/2025,11:30,AM,12:15,PM\n"));
        Assert.Equal((new(11, 30), 45), (contact.Start!.Value, contact.Minutes ?? -1));
    }

    [Theory]
    [InlineData("# of guests")]
    [InlineData("No. of visitors")]
    [InlineData("Number of members")]
    public void A_number_of_guests_is_the_headcount_and_what_stands_beside_it_counts_nobody_again(string header) =>
        Assert.Equal(
            [14, 12],
            Sheets
                .Contacts($"Date,{header},New guests,Meals\n10/13/2025,14,2,14\n10/14/2025,12,1,12\n")
                .Select(contact => contact.Headcount)
        );

    [Fact]
    public void Codes_that_begin_with_a_letter_for_a_telephone_are_codes()
    {
        var (guess, rows) = Sheets.Import(
            "Date,Participant,Contact method\n2025-10-14,P-014,in person\n2025-10-15,P-015,phone\n2025-10-15,P-015,P\n"
        );
        Assert.Contains(guess.Map.Columns, column => column is { Header: "Participant", Field: ContactField.Person });
        Assert.Equal(
            [ContactHow.InPerson, ContactHow.Phone, ContactHow.Phone],
            rows.Where(row => row.Contact is not null).Select(row => row.Contact!.How)
        );
    }

    [Theory]
    [InlineData("Date,Best time,Time\n2025-10-14,5:00 PM,9:30 AM\n")]
    [InlineData("Date,Time,Best time to call\n2025-10-14,9:30 AM,5:00 PM\n")]
    [InlineData("Date,Usual lunch time,Time\n2025-10-14,5:00 PM,9:30 AM\n")]
    public void A_time_for_something_else_is_no_end(string sheet) =>
        Assert.Null(Assert.Single(Sheets.Contacts(sheet)).Minutes);

    [Fact]
    public void Miles_and_hours_are_nobody_where_people_are_counted()
    {
        Assert.Equal(
            [5, 7],
            Sheets
                .Contacts("Date,Staff,Clients seen,Groups run,Miles\n2025-10-14,Jo,5,1,12\n2025-10-15,Mo,7,2,30\n")
                .Select(contact => contact.Headcount)
        );
        var rows = Sheets
            .Import(
                "October 2025,1,2,3,4,5,6\nDrop in,4,,5,,,7\nVolunteer hours,3,3,3,2,2,1.5\nMiles,12,,9,,,\nAfter hours,2,,,,,\n"
            )
            .Rows;
        Assert.Equal([4, 5, 7, 2], rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Headcount));
        Assert.Equal(2, rows.Count(row => row.Skipped == SkipReason.LeftOut));
    }
}
