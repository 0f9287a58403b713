namespace SupportPlatform.Knowledge;

/// <summary>A page of an extracted document.</summary>
/// <param name="Number">Its number, counted from 1; null where the kind of document has no pages.</param>
/// <param name="Text">Its text as Markdown, lines separated by line feeds.</param>
internal sealed record ExtractedPage(int? Number, string Text);
