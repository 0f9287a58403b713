namespace SupportPlatform.Knowledge;

/// <summary>A passage near to a query in meaning.</summary>
/// <param name="Place">Its place among the passages of its kind.</param>
/// <param name="Passage">The passage.</param>
/// <param name="Sure">How surely it is meant: 0 to 1, as sure as a statement that covers so much of a question.</param>
internal readonly record struct NearPassage(int Place, Passage Passage, double Sure);
