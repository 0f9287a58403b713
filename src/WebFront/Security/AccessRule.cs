namespace SupportPlatform.Security;

/// <summary>Who may use an endpoint; checked before anything of the request's body is read.</summary>
internal enum AccessRule
{
    /// <summary>Pages of the store's origins, and everybody who is no page.</summary>
    Page,

    /// <summary>The same, with a token that is good for the conversation's store.</summary>
    Conversation,

    /// <summary>The same, with a token that is good for the store.</summary>
    Store,

    /// <summary>The bearer of the administration key.</summary>
    Administrator,
}
