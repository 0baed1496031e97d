using System.Globalization;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.People;

namespace Hearth.Demo;

/// <summary>Makes the people of one organization, sealed as real ones are, and what they said yes or no to.</summary>
internal sealed class Welcome(HistoryPlan plan, PersonSeal seal, DemoRandom random)
{
    private int count;

    /// <summary>Those made since they were last taken to the database.</summary>
    public List<Person> People { get; } = [];
    public List<LevelDecision> Decisions { get; } = [];

    public Person Someone(SupportProgram program, DateTimeOffset at)
    {
        count++;
        var person = seal.Create(DemoIds.Next(random, at), plan.OrganizationId, at, null);
        Call(person);
        Describe(person, at.Year);
        if (program.StartingLevel == RecordLevel.Counted)
        {
            Ask(person, RecordLevel.Counted, RecordLevel.Personal, true, at);
        }
        AskAboutBilling(person, program, at);
        People.Add(person);
        return person;
    }

    private void Call(Person person)
    {
        var how = random.Unit();
        if (how < 0.78)
        {
            var word = random.Pick(DemoPersonWords.Codes);
            // The number keeps codes apart within the organization.
            seal.SetCode(person, word + "-" + plan.CodeMark + count.ToString(CultureInfo.InvariantCulture));
        }
        if (how > 0.62)
        {
            seal.SetName(person, random.Pick(DemoPersonWords.First) + " " + random.Pick(DemoPersonWords.Last));
        }
        if (random.Chance(0.25))
        {
            // Numbers set aside for fiction: 555-0100 to 555-0199.
            var phone = random.Chance(0.8) ? $"555-01{random.Below(100):00}" : null;
            var email = random.Chance(0.4) ? $"someone{count}@example.org" : null;
            seal.SetReach(person, new(phone, email, random.Pick(DemoPersonWords.Wishes)));
        }
    }

    private void Describe(Person person, int year)
    {
        if (random.Chance(0.6))
        {
            person.BirthYear = (short)(year - 18 - Math.Min(70, (int)Math.Abs(26 + 15 * random.Normal())));
        }
        person.Gender = random.Chance(0.72) ? Draw(DemoPersonWords.Genders) : null;
        person.Language = random.Chance(0.8) ? Draw(DemoPersonWords.Languages) : null;
        if (random.Chance(0.55))
        {
            person.RaceEthnicity = [Draw(DemoPersonWords.Races)];
            if (random.Chance(0.07) && person.RaceEthnicity[0] is not ("White" or "Asked and did not say"))
            {
                person.RaceEthnicity = [.. person.RaceEthnicity, "White"];
            }
        }
        person.County = plan.Counties.Count > 0 && random.Chance(0.6) ? random.Pick(plan.Counties) : null;
    }

    private void AskAboutBilling(Person person, SupportProgram program, DateTimeOffset at)
    {
        if (program.LegalRegime == LegalRegime.InternalPromise || !random.Chance(0.4))
        {
            return;
        }
        var saidYes = random.Chance(0.65);
        Ask(person, RecordLevel.Personal, RecordLevel.Billable, saidYes, at);
        person.Level = saidYes ? RecordLevel.Billable : person.Level;
    }

    private void Ask(Person person, RecordLevel from, RecordLevel to, bool saidYes, DateTimeOffset at)
    {
        var (words, language) = DemoPersonWords.Question(to == RecordLevel.Billable, person.Language);
        Decisions.Add(
            new LevelDecision
            {
                Id = DemoIds.Next(random, at),
                OrganizationId = plan.OrganizationId,
                PersonId = person.Id,
                FromLevel = from,
                ToLevel = to,
                SaidYes = saidYes,
                Words = words,
                Language = language,
                SaidOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, plan.TimeZone).DateTime),
                RecordedAt = at,
            }
        );
    }

    private string Draw((string Answer, double Share)[] answers)
    {
        var at = random.Unit();
        foreach (var (answer, share) in answers)
        {
            at -= share;
            if (at < 0)
            {
                return answer;
            }
        }
        return answers[0].Answer;
    }
}
