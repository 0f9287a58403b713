namespace SupportPlatform.Knowledge;

/// <summary>A document to be queued.</summary>
/// <param name="Store">The store's id.</param>
/// <param name="Id">The id that it gets unless there is one of its name.</param>
/// <param name="Name">Its file name.</param>
/// <param name="Hash">The SHA-256 of its bytes in hexadecimal.</param>
/// <param name="Bytes">Its length in bytes.</param>
/// <param name="Locale">Its language.</param>
/// <param name="Category">Its category.</param>
/// <param name="Origin">Who keeps it up to date.</param>
/// <param name="Audience">For whom it is, as stored.</param>
internal sealed record NewDocument(
    string Store, string Id, string Name, string Hash, long Bytes, string? Locale, string? Category, string? Origin, string? Audience);
