namespace SupportPlatform.Knowledge;

/// <summary>A passage found, with its score.</summary>
/// <param name="Passage">The passage.</param>
/// <param name="Score">How well it fits: 0 to about 1, comparable within one query.</param>
internal sealed record RankedPassage(Passage Passage, double Score)
{
    /// <summary>As it stands on the public surface.</summary>
    public SearchHit ToHit() => new()
    {
        Source = Passage.Source,
        Page = Passage.Page,
        ChunkId = Passage.ChunkId,
        Score = Math.Round(Score, 4),
        Text = Passage.Text,
        Title = Passage.Title,
        Section = Passage.Section,
    };
}
