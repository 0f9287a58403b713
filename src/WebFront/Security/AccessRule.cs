namespace SupportPlatform.Security;

/// <summary>
/// Who may use an endpoint; checked before anything of the request's body is read. An endpoint without a rule is closed.
/// Wherever people who have signed in may, the bearer of the administration key may too.
/// </summary>
internal enum AccessRule
{
    /// <summary>Everybody; the endpoint looks after itself.</summary>
    Open,

    /// <summary>Pages of the store's origins, and everybody who is no page.</summary>
    Page,

    /// <summary>The same, with a token that is good for the conversation's store, or who has signed in and works in it.</summary>
    Conversation,

    /// <summary>The same, with a token that is good for the store, or who has signed in and works in it.</summary>
    Store,

    /// <summary>Pages of this host, and everybody who is no page.</summary>
    Own,

    /// <summary>Whoever has signed in; of the platform itself, not of a store.</summary>
    Session,

    /// <summary>Whoever has signed in and works in the store, or the conversation's.</summary>
    Staff,

    /// <summary>The store's administrators and owners.</summary>
    Administrator,
}
