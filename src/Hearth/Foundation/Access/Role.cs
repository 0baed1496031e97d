namespace Hearth.Foundation.Access;

/// <summary>What a member may do in one organization. A member may hold several.</summary>
[Flags]
public enum Role
{
    None = 0,
    Director = 1 << 0,
    Coordinator = 1 << 1,
    PeerSupporter = 1 << 2,
    Biller = 1 << 3,
    BoardViewer = 1 << 4,
    Partner = 1 << 5,
    FunderViewer = 1 << 6,

    /// <summary>Those who give support or organize it.</summary>
    Recorders = Director | Coordinator | PeerSupporter,

    /// <summary>Those who lead programs.</summary>
    Leads = Director | Coordinator,

    /// <summary>Every member, partners and funders included.</summary>
    Anyone = Director | Coordinator | PeerSupporter | Biller | BoardViewer | Partner | FunderViewer,
}
