namespace Hearth.Modules.Accounts;

/// <summary>Offers more ways in on the sign-in page: the demo lists its personas.</summary>
public interface ISignInChoices
{
    Task<IReadOnlyList<SignInChoice>> ListAsync();
}

public sealed record SignInChoice(string Name, string What, string Path);
