namespace SupportPlatform.Knowledge;

/// <summary>Which source.</summary>
/// <param name="Store">The store's id.</param>
/// <param name="Kind">One of <see cref="SourceKinds"/>.</param>
/// <param name="Id">The source's id, unique among the store's sources of its kind.</param>
internal readonly record struct SourceKey(string Store, string Kind, string Id);
