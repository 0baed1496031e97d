using System.Globalization;
using Hearth.Foundation.Access;
using Hearth.Foundation.Privacy;
using Hearth.Modules.Organizations;
using Hearth.Modules.Support.Queries;

namespace Hearth.Modules.Support.Pages;

/// <summary>
/// The list's address says all that it shows, so that a report's number, a bookmark and the download mean the same:
/// from, to, program, how, kind, level, person, first, undone, sort, dir, page.
/// </summary>
internal static class MomentsAddress
{
    public static ContactFilter Read(IQueryCollection query, IReadOnlyList<SupportProgram> programs, DateOnly today) =>
        new()
        {
            From = Day(query["from"]) ?? (query.ContainsKey("from") ? null : new DateOnly(today.Year, today.Month, 1)),
            To = Day(query["to"]) ?? (query.ContainsKey("to") ? null : today),
            ProgramId = programs.FirstOrDefault(p => p.Slug == query["program"])?.Id,
            How = Named<ContactHow>(query["how"]),
            Kind = Named<SupportKinds>(query["kind"]),
            Level = Named<RecordLevel>(query["level"]),
            Person = query["person"].ToString() is "coded" or "named" or "known" or "none"
                ? query["person"].ToString()
                : null,
            First = query["first"].ToString() is "yes" or "no" or "unknown" ? query["first"].ToString() : null,
            Undone = query["undone"] == "yes",
            Sort = query["sort"].ToString() is "minutes" or "people" or "how" or "program"
                ? query["sort"].ToString()
                : "start",
            Ascending = query["dir"] == "asc",
        };

    /// <summary>The same list with one part changed; the page starts over.</summary>
    public static string With(IQueryCollection query, params (string Name, string? Value)[] changes)
    {
        var parts = query
            .Where(q => q.Key != "page" && !changes.Any(c => c.Name == q.Key))
            .Select(q => (Name: q.Key, Value: (string?)q.Value))
            .Concat(changes)
            .Where(p => !string.IsNullOrEmpty(p.Value) || p.Name is "from" or "to");
        return string.Join(
            '&',
            parts.Select(p => $"{Uri.EscapeDataString(p.Name)}={Uri.EscapeDataString(p.Value ?? "")}")
        );
    }

    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParse(text, CultureInfo.InvariantCulture, out var day) ? day : null;

    private static T? Named<T>(string? text)
        where T : struct, Enum =>
        !string.IsNullOrEmpty(text) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : null;
}
