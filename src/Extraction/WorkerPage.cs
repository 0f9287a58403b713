namespace SupportPlatform.Extraction;

/// <summary>A page of text.</summary>
/// <param name="Number">Its number, counted from 1; null where the kind has no pages.</param>
/// <param name="Text">Its text as Markdown.</param>
internal sealed record WorkerPage(int? Number, string Text);
