namespace SupportPlatform.Knowledge;

/// <summary>What a web page says of itself in its head.</summary>
/// <param name="Description">Its description.</param>
/// <param name="Language">Its language tag, as <c>de-AT</c>.</param>
/// <param name="Published">When it was published, as written there.</param>
/// <param name="Modified">When it was last changed, as written there.</param>
/// <param name="Canonical">The address that it names as its own; not checked.</param>
internal sealed record DocumentMetadata(string? Description, string? Language, string? Published, string? Modified, string? Canonical);
