namespace SupportPlatform.Knowledge;

/// <summary>A page that was fetched before.</summary>
/// <param name="Address">Where it was found, after redirections.</param>
/// <param name="Document">Its content.</param>
/// <param name="Validators">What to ask with, once it is not fresh any more.</param>
/// <param name="FreshUntil">Until when it need not be asked for.</param>
internal sealed record CachedPage(Uri Address, ExtractedDocument Document, PageValidators Validators, DateTimeOffset FreshUntil);
