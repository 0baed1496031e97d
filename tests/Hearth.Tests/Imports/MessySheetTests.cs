using Hearth.Modules.Imports.Files;
using Hearth.Modules.Imports.Rules;
using Hearth.Modules.Support;

namespace Hearth.Tests.Imports;

/// <summary>Sheets as organizations and their phone systems really write them.</summary>
public sealed class MessySheetTests
{
    [Fact]
    public void Days_as_bare_numbers_under_a_month_with_programs_across_are_a_tally_turned_on_its_side()
    {
        var contacts = Sheets.Contacts(
            "May 2025,,,,\nDay,Drop in,Lunch,Women's circle,Total\n1,10,20,,30\n2,12,,6,18\n3,closed,closed,,0\nTotals,22,20,6,48\n"
        );
        Assert.Equal([10, 20, 12, 6], contacts.Select(contact => contact.Headcount));
        Assert.Equal([new(2025, 5, 1), new(2025, 5, 2)], contacts.Select(contact => contact.Date).Distinct());
    }

    [Fact]
    public void A_header_is_known_by_its_names_where_no_row_under_it_can_be_read()
    {
        var (guess, rows) = Sheets.Import(
            "\"From\",\"Start Time\",\"Duration\"\n\"+15555550161\",\"sometime on Tuesday\",\"765\"\n\"+15555550163\",\"late\",\"9\"\n"
        );
        Assert.Equal(["From", "Start Time", "Duration"], guess.Map.Columns.Select(column => column.Header));
        Assert.DoesNotContain("555", guess.Map.ToJson(), StringComparison.Ordinal);
        Assert.DoesNotContain(
            rows.SelectMany(row => row.Cells),
            cell => cell.Contains("555", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_number_in_a_row_taken_for_a_header_is_dropped_like_any_other()
    {
        var guess = Sheets.Import("Log,of,calls\n555-201-0142,hello,there\n2026-03-14,9:00,10:00\n").Guess;
        Assert.DoesNotContain("0142", guess.Map.ToJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Cells_that_a_program_guarded_from_the_spreadsheet_are_read_without_their_guard()
    {
        var contacts = Sheets.Contacts(
            "Date,Time,Caller,Minutes\n=\"11/15/2025\",=\"0930\",=\"+15555550181\",=\"12\"\n\"=\"\"11/16/2025\"\"\",'9:45 PM,'5555550182,'8\n"
        );
        Assert.Equal([12, 8], contacts.Select(contact => contact.Minutes ?? 0));
        Assert.Equal([new(9, 30), new(21, 45)], contacts.Select(contact => contact.Start!.Value));
        Assert.Equal(["=\"a\"b\"", "=1+1"], Sheets.Cells("=\"a\"b\",=1+1\n")[0]);
    }

    [Theory]
    [InlineData("2025-11-04 21:14:05 EST", "19:14")]
    [InlineData("2025-11-04 9:14 PM pst", "22:14")]
    [InlineData("Tue, 04 Nov 2025 21:14:05 +0000", "14:14")]
    public void A_moment_with_a_zone_is_brought_to_the_organizations_own(string written, string expected)
    {
        var contact = Assert.Single(Sheets.Contacts($"Start Time,Seconds\n\"{written}\",765\n"));
        Assert.Equal(expected, contact.Start?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(13, contact.Minutes);
    }

    [Theory]
    [InlineData(
        "Date,First name,Last name\n2026-03-01,Ana,Lopez\n2026-03-01,Ana,Reyes\n2026-03-02,Ana,\n2026-03-02,,Reyes\n"
    )]
    [InlineData(
        "Fecha,Apellidos,Nombre\n2026-03-01,Lopez,Ana\n2026-03-01,Reyes,Ana\n2026-03-02,,Ana\n2026-03-02,Reyes,-\n"
    )]
    public void First_and_last_names_in_two_columns_are_one_name(string sheet) =>
        Assert.Equal(
            ["Ana Lopez", "Ana Reyes", "Ana", "Reyes"],
            Sheets.Contacts(sheet, ("names", nameof(NameRule.KeepAsCode))).Select(contact => contact.PersonCode)
        );

    [Fact]
    public void A_last_name_alone_is_what_a_person_is_called()
    {
        var guess = Sheets.Import("Date,Last name\n2026-03-01,Lopez\n").Guess;
        Assert.Equal(ContactField.Person, guess.Map.Columns[1].Field);
    }

    [Theory]
    [InlineData("twelve", 12)]
    [InlineData("Twenty-one people", 21)]
    [InlineData("a dozen", 12)]
    [InlineData("two dozen", 24)]
    [InlineData("veinte", 20)]
    [InlineData("treinta y dos", 32)]
    [InlineData("about ten", 10)]
    [InlineData("~12", 12)]
    [InlineData("12+", 12)]
    [InlineData("15ish", 15)]
    public void A_headcount_can_be_a_word(string text, int expected)
    {
        Assert.True(Amounts.TryCount(text, out var count));
        Assert.Equal(expected, count);
    }

    [Theory]
    [InlineData("lots")]
    [InlineData("10-12")]
    [InlineData("a few")]
    [InlineData("ten twelve")]
    [InlineData("dozens")]
    public void A_headcount_that_says_no_number_is_not_guessed(string text) =>
        Assert.False(Amounts.TryCount(text, out _));

    [Fact]
    public void A_column_called_how_many_is_the_headcount_even_where_most_cells_are_words()
    {
        var rows = Sheets
            .Import("Date,How many came?\n7/14/2025,lots\n7/15/2025,many\n7/16/2025,10-12\n7/17/2025,9\n")
            .Rows;
        Assert.Equal(9, Assert.Single(rows, row => row.Contact is not null).Contact!.Headcount);
        Assert.Equal(3, rows.Count(row => row.Problems.Count == 1));
    }

    [Theory]
    [InlineData("Guests")]
    [InlineData("Visits")]
    [InlineData("# of visits")]
    [InlineData("People served")]
    [InlineData("Sign-ins")]
    [InlineData("Cuántas personas")]
    [InlineData("Asistencia")]
    public void What_counts_people_is_known_by_many_names(string header) =>
        Assert.Equal(
            [88, 14],
            Sheets
                .Contacts($"Date,{header},Meals served,Kits\n7/14/2025,88,120,3\n7/15/2025,14,20,1\n")
                .Select(contact => contact.Headcount)
        );

    [Fact]
    public void Hours_of_volunteers_are_nobodys_name()
    {
        var columns = Sheets
            .Import(
                "Date,Visitors,Open,Close,Volunteer hours\n7/14/2025,14,9:00 AM,5:00 PM,12\n7/15/2025,9,9:00 AM,5:00 PM,8\n"
            )
            .Guess.Map.Columns;
        Assert.DoesNotContain(columns, column => column.Field == ContactField.Supporter);
    }

    [Fact]
    public void A_column_of_ways_to_meet_is_how_whatever_words_its_name_shares_with_others()
    {
        var (guess, rows) = Sheets.Import(
            "Meeting date,Attendees,Online/In person\n7/14/2025,7,In person\n7/15/2025,11,Zoom\n"
        );
        Assert.DoesNotContain(guess.Map.Columns, column => column.Field == ContactField.Person);
        Assert.Equal(
            [ContactHow.InPerson, ContactHow.Video],
            rows.Where(row => row.Contact is not null).Select(row => row.Contact!.How)
        );
    }

    [Fact]
    public void A_visitors_own_number_makes_no_visit_a_call()
    {
        var (guess, _) = Sheets.Import(
            "First Name,Date of visit,Arrived,Left,Phone\nAna,7/14/2025,9:00 AM,10:00 AM,555-555-0191\n"
        );
        Assert.Equal(ContactHow.InPerson, guess.Map.FixedHow);
        Assert.Equal(
            ContactHow.NotRecorded,
            Sheets.Import("Date,Name,Phone\n7/14/2025,Ana,555-555-0191\n").Guess.Map.FixedHow
        );
    }

    [Theory]
    [InlineData("Responder", ContactField.Supporter)]
    [InlineData("Atendido por", ContactField.Supporter)]
    [InlineData("¿Cómo quiere que le llamemos?", ContactField.Person)]
    [InlineData("Como quiere que le llamemos", ContactField.Person)]
    [InlineData("Apodo", ContactField.Person)]
    [InlineData("¿Qué necesita hoy?", ContactField.Kinds)]
    [InlineData("Numero de telefono", ContactField.CallerNumber)]
    [InlineData("Talking", ContactField.Minutes)]
    public void Names_of_columns_are_known_in_both_languages_with_or_without_accents(
        string header,
        ContactField field
    ) => Assert.Equal(field, HeaderWords.Field(header));

    [Fact]
    public void How_long_a_telephone_rang_is_no_end_of_a_call()
    {
        var contacts = Sheets.Contacts(
            "Call Time,Caller ID,Ringing,Talking,Totals\n12/13/2025 21:14:05,+15555550151,00:00:08,00:12:31,00:12:39\n"
                + "12/14/2025 00:10:00,+15555550151,00:00:05,00:30:00,00:30:05\n,Totals:,00:00:13,00:42:31,00:42:44\n"
        );
        Assert.Equal([13, 30], contacts.Select(contact => contact.Minutes ?? 0));
    }

    [Fact]
    public void Seconds_in_one_length_say_that_its_shorter_neighbours_are_minutes_and_seconds()
    {
        var contacts = Sheets.Contacts(
            "Call Date,Call Duration\n12/18/2025,12:45\n12/19/2025,1:02:10\n12/20/2025,0:45\n"
        );
        Assert.Equal([13, 62, 1], contacts.Select(contact => contact.Minutes ?? 0));
        Assert.Equal(75, Sheets.Contacts("Date,Duration\n12/18/2025,1:15\n12/19/2025,1:15:00\n")[0].Minutes);
    }

    [Fact]
    public void Eleven_to_two_without_am_or_pm_is_three_hours_and_not_a_night()
    {
        var contacts = Sheets.Contacts(
            "Date,In,Out\n11/17/2025,9:00am,1:00\n11/17/2025,11:00,2:00\n11/17/2025,10:15,9:45\n11/17/2025,23:40,0:10\n11/17/2025,12:30,1:15\n"
        );
        Assert.Equal([240, 180, 690, 30, 45], contacts.Select(contact => contact.Minutes ?? 0));
    }

    [Fact]
    public void A_column_that_is_ticked_says_which_kind_of_support_was_given()
    {
        var (guess, rows) = Sheets.Import(
            "Date,Time,Someone to talk to,Food,Help with a form,First visit?\n8/14/2025,9:00 AM,x,,X,Y\n8/14/2025,9:10 AM,yes,no,,N\n"
                + "8/15/2025,9:20 AM,✓,TRUE,FALSE,yes\n8/15/2025,9:30 AM,1,0,,no\n8/16/2025,9:40 AM,,,,\n"
        );
        Assert.Equal(3, guess.Map.Columns.Count(column => column.Field == ContactField.KindTick));
        Assert.Equal(
            [
                SupportKinds.Listening | SupportKinds.FindingResources,
                SupportKinds.Listening,
                SupportKinds.Listening | SupportKinds.Meal,
                SupportKinds.Listening,
                SupportKinds.None,
            ],
            rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Kinds)
        );
    }

    [Theory]
    [InlineData("Dee, Mouse & Big Mike")]
    [InlineData("Dee and Mouse")]
    [InlineData("Dee y Mouse")]
    [InlineData("Dee; Mouse")]
    [InlineData("Dee\nMouse")]
    [InlineData("Dee, Mouse, Blue")]
    [InlineData("Dee / Mouse")]
    public void Several_names_in_one_cell_are_a_row_to_mend_and_never_one_person(string names)
    {
        var text = $"Date,Names\n2025-08-03,\"{names}\"\n2025-08-04,Blue\n";
        var problem = Assert.Single(Sheets.Import(text).Rows, row => row.Problems.Count > 0).Problems[0];
        Assert.Equal("Names", problem.Column);
        Assert.Single(Sheets.Contacts(text));
        // Who is left out need not be told apart where the sheet says how many they were.
        Assert.Equal(3, Sheets.Contacts($"Date,Names,How many\n2025-08-03,\"{names}\",3\n")[0].Headcount);
        Assert.Empty(Sheets.Contacts($"Date,Names,How many\n2025-08-03,\"{names}\",3\n", ("names", "KeepAsCode")));
    }

    [Theory]
    [InlineData("Lopez, Ana")]
    [InlineData("Andy")]
    [InlineData("J/K")]
    [InlineData("Sandy Yu")]
    public void One_name_is_one_person(string name) =>
        Assert.Single(Sheets.Contacts($"Date,Name\n2025-08-03,\"{name}\"\n"));

    [Fact]
    public void A_call_that_nobody_answered_is_no_contact_unless_somebody_says_so()
    {
        var text =
            "Direction,Phone Number,Date,Time,Action Result,Duration\nInbound,555-555-0142,Tue 09/02/2025,9:41 PM,Accepted,0:12:45\n"
            + "Inbound,555-555-0143,Tue 09/02/2025,10:05 PM,Missed,0:00:21\nInbound,555-555-0144,Wed 09/03/2025,11:05 PM,no-answer,0:00:21\n"
            + "Inbound,555-555-0145,Wed 09/03/2025,11:55 PM,Voicemail,0:01:05\nInbound,555-555-0145,Wed 09/03/2025,11:59 PM,will call back,0:04:05\n";
        var (guess, rows) = Sheets.Import(text);
        Assert.Contains(guess.Questions, question => question is { Id: "unanswered", MustAnswer: false });
        Assert.Equal([13, 4], rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Minutes ?? 0));
        Assert.Equal(3, rows.Count(row => row.Skipped == SkipReason.Unanswered));
        Assert.Equal(5, Sheets.Contacts(text, ("unanswered", "True")).Count);
    }

    [Theory]
    [InlineData("Date,Time,Outcome\n2025-09-02,9:00,No answer\n", true)]
    [InlineData("Date,Time,Status\n2025-09-02,9:00,Unanswered\n", true)]
    [InlineData("Date,Time,Outcome\n2025-09-02,9:00,LVM\n", true)]
    [InlineData("Date,Time,Outcome\n2025-09-02,9:00,No answer - left voicemail\n", true)]
    [InlineData("Date,Time,Outcome\n2025-09-02,9:00,Left a message\n", true)]
    [InlineData("Date,Time,Outcome\n2025-09-02,9:00,Left message with plan for tomorrow\n", false)]
    [InlineData("Date,Time,Call type\n2025-09-02,9:00,Missed call\n", true)]
    [InlineData("Date,Time,How it ended\n2025-09-02,9:00,Missed the bus so we talked about rides\n", false)]
    [InlineData("Date,Time,Notes\n2025-09-02,9:00,No answer\n", false)]
    [InlineData("Date,Time,Status\n2025-09-02,9:00,Answered\n", false)]
    public void Only_a_result_that_says_so_makes_a_call_unanswered(string text, bool unanswered) =>
        Assert.Equal(unanswered, Sheets.Contacts(text).Count == 0);

    [Fact]
    public void The_name_of_a_sheet_says_the_month_and_the_year_where_no_title_does()
    {
        byte[] Book(params object?[][] rows) => Books.OfSheets(new BookSheet("June 2024", rows));
        var (guess, rows) = Sheets.Import(
            Books.Open(Book(["Program", 1, 2, 3, 4, 5, 6], ["Lunch", 4, null, 5, null, null, 7])),
            Sheets.Context
        );
        Assert.DoesNotContain(guess.Questions, question => question.MustAnswer);
        Assert.Equal(
            [new(2024, 6, 1), new(2024, 6, 3), new(2024, 6, 6)],
            rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Date)
        );
        var log = Sheets.Import(Books.Open(Book(["Date", "Name", "In"], ["6/14", "Al", "9:00 am"])), Sheets.Context);
        Assert.Equal(new(2024, 6, 14), Assert.Single(log.Rows, row => row.Contact is not null).Contact!.Date);
    }

    [Fact]
    public void A_formula_that_was_never_worked_out_is_a_row_to_mend_and_no_blank()
    {
        var source = Books.Open(
            Books.Of(
                ["Date", "People", "Staff"],
                ["2026-03-04", new Raw("n", "<f>2+3</f>"), null],
                ["2026-03-05", new Raw("n", "<f>2+3</f><v></v>"), new Raw("str", "<f>IF(1,\"\",0)</f><v></v>")],
                ["2026-03-06", 4, null]
            )
        );
        var (guess, rows) = Sheets.Import(source, Sheets.Context);
        Assert.Equal(2, rows.Count(row => row.Problems.Count == 1));
        Assert.Equal(4, Assert.Single(rows, row => row.Contact is not null).Contact!.Headcount);
        Assert.Contains(
            guess.Notes,
            note => note.StartsWith("2 cells hold a formula that was never worked out.", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("\r\n\r\n,,,\r\n")]
    [InlineData("\t\t\n\t\t\n")]
    [InlineData("\"\",\"\"\n")]
    public void A_file_of_blank_lines_says_that_it_holds_no_rows(string text) =>
        Assert.Equal("The file holds no rows. Nothing was read.", Sheets.Of(text).Refusal);

    [Fact]
    public void A_header_without_rows_says_so()
    {
        var notes = Sheets.Import("Date,Time In,Time Out,Name\n").Guess.Notes;
        Assert.Contains("No rows stand below the header.", notes);
        Assert.DoesNotContain(notes, note => note.Contains("no header", StringComparison.Ordinal));
        Assert.DoesNotContain("No rows stand below the header.", Sheets.Import("Date\n2026-03-04\n").Guess.Notes);
    }

    [Theory]
    [InlineData("Duration (mm:ss)", ContactField.MinutesSeconds)]
    [InlineData("Talk time (min:sec)", ContactField.MinutesSeconds)]
    [InlineData("Duration (hh:mm)", ContactField.Minutes)]
    [InlineData("StartTime", ContactField.Start)]
    [InlineData("callDuration", ContactField.Minutes)]
    [InlineData("EndTime", ContactField.End)]
    [InlineData("date_ended", ContactField.EndTimestamp)]
    public void Names_that_programs_give_columns_are_known_too(string header, ContactField field) =>
        Assert.Equal(field, HeaderWords.Field(header));

    [Theory]
    [InlineData("9-5")]
    [InlineData("1 15")]
    [InlineData("10-12")]
    public void Two_bare_numbers_are_no_length(string text) =>
        Assert.False(Amounts.TryMinutes(text, DurationUnit.Hours, out _));

    [Fact]
    public void Lengths_that_agree_with_start_and_end_as_seconds_are_seconds()
    {
        var contacts = Sheets.Contacts(
            "StartTime,EndTime,Duration\n2025-12-17 02:14:05,2025-12-17 02:26:50,765\n2025-12-17 23:59:50,2025-12-18 00:00:35,45\n"
        );
        Assert.Equal([13, 1], contacts.Select(contact => contact.Minutes ?? -1));
        Assert.Equal(
            [15, 45],
            Sheets
                .Contacts("Date,In,Out,Length\n2025-12-17,9:00,9:15,15\n2025-12-17,9:00,9:45,45\n")
                .Select(contact => contact.Minutes ?? -1)
        );
    }

    [Fact]
    public void A_length_far_beyond_its_own_start_and_end_is_a_row_to_mend()
    {
        var rows = Sheets
            .Import(
                "Date,In,Out,Minutes\n2025-12-17,9:00 am,9:15 am,15\n2025-12-17,9:00 am,9:15 am,900\n2025-12-17,9:00 am,9:45 am,60\n"
            )
            .Rows;
        Assert.Equal([15, 60], rows.Where(row => row.Contact is not null).Select(row => row.Contact!.Minutes ?? -1));
        Assert.Equal(["Minutes"], rows.SelectMany(row => row.Problems).Select(problem => problem.Column));
    }

    [Fact]
    public void A_phone_log_whose_lengths_read_two_ways_is_asked_about_them()
    {
        var text = "Date,Caller ID,Duration\n2025-12-17,555-555-0142,12:45\n2025-12-17,555-555-0143,0:30\n";
        Assert.Contains(
            Sheets.Import(text).Guess.Questions,
            question => question is { Id: "length-clock", MustAnswer: true }
        );
        Assert.Equal([13, 1], Sheets.Contacts(text, ("length-clock", "True")).Select(contact => contact.Minutes ?? -1));
        Assert.Equal(
            [765, 30],
            Sheets.Contacts(text, ("length-clock", "False")).Select(contact => contact.Minutes ?? -1)
        );
        Assert.DoesNotContain(
            Sheets.Import("Date,Name,Length\n2025-12-17,Al,1:15\n").Guess.Questions,
            question => question.Id == "length-clock"
        );
    }

    [Fact]
    public void A_column_without_a_single_time_is_no_end() =>
        Assert.Equal(
            13,
            Assert
                .Single(
                    Sheets.Contacts(
                        "Call Time,From,To,Talking\n2025-12-13T21:14:05,Smith John(+15555550151),Warm Line(801),00:12:31\n"
                    )
                )
                .Minutes
        );

    [Fact]
    public void A_grid_of_names_and_marks_says_why_nothing_is_counted()
    {
        var (guess, rows) = Sheets.Import(
            "Attendance February 2026\nName,2,3,4,5,6,Total\nDee,x,x,,x,,3\nMouse,,x,x,x,x,4\n"
        );
        Assert.DoesNotContain(rows, row => row.Contact is not null);
        Assert.Contains(
            guess.Notes,
            note => note.StartsWith("The days hold marks and no numbers", StringComparison.Ordinal)
        );
    }
}
