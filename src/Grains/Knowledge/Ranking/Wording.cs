using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A way to say a concept: terms that must all be there.</summary>
/// <param name="Terms">The terms.</param>
/// <param name="Weight">How well it says it: 1 for the query's own words.</param>
internal readonly record struct Wording(ImmutableArray<string> Terms, double Weight);
