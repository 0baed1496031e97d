using Hearth.Foundation.Privacy;
using Hearth.Modules.People;
using Hearth.Modules.Support;

namespace Hearth.Demo;

/// <summary>Tells one contact of one program: everything but when its hour is.</summary>
internal sealed class ContactTeller(HistoryPlan plan, Staff staff, PersonSeal seal, DemoRandom random)
{
    private const double Late = 0.045;
    private const double Undone = 0.006;
    private const double Corrected = 0.005;
    private const double WithNote = 0.03;

    public DemoContact Tell(Lane lane, int day, DateOnly date, DateTimeOffset hour)
    {
        var rhythm = lane.Rhythm;
        var contact = new DemoContact
        {
            ProgramId = lane.Program.Id,
            SiteId = lane.Program.SiteId,
            ServiceDay = date,
            StartedAt = hour.AddMinutes(rhythm.IsAnnounced ? 30 * random.Below(2) : random.Below(60)),
            TimeKnown = true,
            Headcount = 1,
            Level = RecordLevel.Counted,
            How = Draw(rhythm.Hows),
            Place = Draw(rhythm.Places),
        };
        contact.Id = DemoIds.Next(random, contact.StartedAt);
        foreach (var (kind, chance) in rhythm.Kinds)
        {
            contact.Kinds |= random.Chance(chance) ? kind : SupportKinds.None;
        }
        TellWho(ref contact, lane, day, hour);
        TellLength(ref contact, rhythm);
        (contact.SupporterIds, contact.RecordedBy) = staff.Pick(random, rhythm.CoSupporter);
        TellAfterwards(ref contact, rhythm);
        return contact;
    }

    private void TellWho(ref DemoContact contact, Lane lane, int day, DateTimeOffset hour)
    {
        var rhythm = lane.Rhythm;
        if (random.Chance(rhythm.Several))
        {
            contact.Headcount = 2 + random.Poisson(rhythm.SeveralMean - 2);
            return;
        }
        var asked = random.Chance(rhythm.AskedFirstTime);
        if (!random.Chance(lane.KnownShare))
        {
            contact.FirstTime = asked ? random.Chance(rhythm.FirstTime) : null;
            return;
        }
        var (person, isFirst) = lane.Known.Pick(random, day, hour);
        contact.Person = person;
        contact.FirstTime = asked || isFirst ? isFirst : null;
        contact.Level =
            person.Level == RecordLevel.Billable && random.Chance(0.8) ? RecordLevel.Billable : RecordLevel.Personal;
        contact.NoteSealed = random.Chance(WithNote)
            ? seal.Seal(person, random.Pick(DemoPersonWords.Notes), ContactLog.NotePlace(contact.Id))
            : null;
    }

    private void TellLength(ref DemoContact contact, ModelRhythm rhythm)
    {
        var exact = rhythm.MedianMinutes * Math.Exp(0.45 * random.Normal());
        // People round: to fives when it was long, to the minute when a machine counted or it was short.
        var minutes = exact > 20 ? (int)Math.Round(exact / 5) * 5 : Math.Max(1, (int)Math.Round(exact));
        contact.Minutes = random.Chance(rhythm.MinutesMissing) ? null : Math.Min(minutes, SupportContact.MostMinutes);
    }

    private void TellAfterwards(ref DemoContact contact, ModelRhythm rhythm)
    {
        var after = random.Chance(Late)
            ? TimeSpan.FromHours(26) + TimeSpan.FromSeconds(Math.Round(random.Exponential(3 * 86_400)))
            : TimeSpan.FromMinutes((contact.Minutes ?? 20) * 0.9)
                + TimeSpan.FromSeconds(Math.Round(random.Exponential(900)));
        contact.RecordedAt = contact.StartedAt + after;
        if (contact.RecordedAt > plan.Until)
        {
            contact.RecordedAt = plan.Until.Value;
        }
        if (random.Chance(rhythm.OnlyTheDay))
        {
            contact.TimeKnown = false;
            var noon = contact.ServiceDay.ToDateTime(new TimeOnly(12, 0));
            contact.StartedAt = new DateTimeOffset(noon, plan.TimeZone.GetUtcOffset(noon)).ToUniversalTime();
        }
        contact.IsLate =
            contact.RecordedAt - contact.StartedAt > TimeSpan.FromHours(22)
            && ContactRules.IsLate(Local(contact.StartedAt), Local(contact.RecordedAt));
        TellChange(ref contact);
    }

    private void TellChange(ref DemoContact contact)
    {
        var chance = random.Unit();
        var at = contact.RecordedAt.AddSeconds(random.Between(4, 400));
        if (chance > Undone + Corrected || at > plan.Until)
        {
            return;
        }
        contact.ChangedAt = at;
        contact.MinutesBefore = contact.Minutes;
        if (chance < Undone)
        {
            contact.UndoneAt = at;
            contact.ChangedWhy = "undone";
        }
        else
        {
            contact.Minutes = contact.Minutes is { } minutes ? Math.Max(1, minutes / 2) : 30;
            contact.ChangedWhy = "The length was wrong.";
        }
    }

    private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, plan.TimeZone).DateTime;

    private T Draw<T>(IReadOnlyList<(T What, double Share)> choices)
    {
        var at = random.Unit();
        foreach (var (what, share) in choices)
        {
            at -= share;
            if (at < 0)
            {
                return what;
            }
        }
        return choices[^1].What;
    }
}
