namespace SupportPlatform.Knowledge;

/// <summary>A document that cannot be read.</summary>
/// <param name="code">A stable code, as <c>file_encrypted</c>, <c>too_many_pages</c>, <c>no_text</c>.</param>
/// <param name="message">What is wrong and what to do, for an administrator.</param>
internal sealed class ExtractionException(string code, string message) : Exception(message)
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;
}
