namespace SupportPlatform.Knowledge;

/// <summary>What came of fetching a page.</summary>
/// <param name="Address">Where it was found, after redirections.</param>
/// <param name="Document">Its content; null when it did not change since the validators.</param>
/// <param name="Validators">What to ask with the next time.</param>
/// <param name="Fresh">For how long it need not be asked for again.</param>
internal sealed record FetchedPage(Uri Address, ExtractedDocument? Document, PageValidators Validators, TimeSpan Fresh)
{
    /// <summary>Whether the content that the caller has is still right.</summary>
    public bool NotModified => Document is null;
}
