namespace Hearth.X12;

/// <summary>Whom to ask at a payer, and how to reach them (PER).</summary>
/// <param name="Function">CX business, BL technical, IC a web site (PER01).</param>
/// <param name="Name">PER02; null where nobody is named.</param>
/// <param name="Channels">Numbers and addresses, up to three, in their order.</param>
public sealed record PayerContact(string Function, string? Name, IReadOnlyList<Channel> Channels);

/// <summary>One way to reach a contact.</summary>
/// <param name="Kind">TE telephone, EX its extension, FX fax, EM e-mail, UR web site (PER03, 05, 07).</param>
/// <param name="Number">The number or address.</param>
public sealed record Channel(string Kind, string Number);
