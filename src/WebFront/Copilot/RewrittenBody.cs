namespace SupportPlatform.Models;

/// <summary>A text, written otherwise.</summary>
/// <param name="Text">The text.</param>
public sealed record RewrittenBody(string Text);
