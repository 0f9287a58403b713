namespace SupportPlatform.Knowledge;

/// <summary>What is there of an entry before an import.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Hash">The hash of all that an import may change.</param>
/// <param name="Revision">Its revision.</param>
internal sealed record KnownEntry(string Id, string Title, string? Hash, long Revision);
