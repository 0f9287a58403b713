using System.Collections.Immutable;

namespace SupportPlatform.Conversations;

/// <summary>A message as the brief keeps it.</summary>
/// <param name="Id">The message's id.</param>
/// <param name="Role">A <see cref="MessageRole"/>.</param>
/// <param name="Text">The text.</param>
/// <param name="Author">The name of who said it, where it is not the customer.</param>
/// <param name="Sources">The titles of the sources that it cites.</param>
internal sealed record BriefMessage(string Id, string Role, string Text, string? Author, ImmutableArray<string> Sources)
{
    /// <summary>One of <see cref="Knowledge.Outcomes"/>, of an assistant's message whose turn is over.</summary>
    public string? Outcome { get; init; }

    /// <summary>The rating that counts, 1 to 5.</summary>
    public int? Score { get; init; }
}
