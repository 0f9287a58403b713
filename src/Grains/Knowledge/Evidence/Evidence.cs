namespace SupportPlatform.Knowledge;

/// <summary>A statement as an answer to a query.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="N">The number of its passage among those supplied, counted from 1.</param>
/// <param name="Coverage">The share of what is asked that the statement and what stands above it say, 0 to 1.</param>
/// <param name="Score">For ranking: coverage with what speaks for and against the statement.</param>
internal sealed record Evidence(Statement Statement, int N, double Coverage, double Score);
