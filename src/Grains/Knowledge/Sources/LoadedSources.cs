using System.Collections.Immutable;

namespace SupportPlatform.Knowledge;

/// <summary>A store's sources in memory.</summary>
/// <param name="Version">The version of the store's knowledge that they are.</param>
/// <param name="Sources">The sources, by kind and id.</param>
/// <param name="Instructions">The published instructions.</param>
internal sealed record LoadedSources(
    long Version, ImmutableDictionary<(string Kind, string Id), LoadedSource> Sources, ImmutableArray<Instruction> Instructions)
{
    /// <summary>Nothing loaded yet.</summary>
    public static LoadedSources None { get; } = new(-1, ImmutableDictionary<(string, string), LoadedSource>.Empty, []);
}
