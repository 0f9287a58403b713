namespace SupportPlatform.Knowledge;

/// <summary>A source that is all text, and so is ready as soon as it is stored.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Title">Its title.</param>
/// <param name="Locale">Its language.</param>
/// <param name="Category">Its category.</param>
/// <param name="State">One of <see cref="SourceStates"/>.</param>
/// <param name="Audience">For whom it is, as stored.</param>
/// <param name="Content">Its text.</param>
internal sealed record NewEntry(
    string Id, string Title, string? Locale, string? Category, string State, string? Audience, SourceContent Content);
