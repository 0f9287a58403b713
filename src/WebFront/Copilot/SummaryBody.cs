namespace SupportPlatform.Models;

/// <summary>A conversation in a few sentences.</summary>
/// <param name="Summary">The sentences.</param>
public sealed record SummaryBody(string Summary);
