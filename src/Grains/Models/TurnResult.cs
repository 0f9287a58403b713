using System.Collections.Immutable;
using SupportPlatform.Conversations;
using SupportPlatform.Knowledge;

namespace SupportPlatform.Models;

/// <summary>The answer of a turn, checked.</summary>
internal sealed record TurnResult
{
    /// <summary>The text with markers <c>[n]</c>, each naming one of <see cref="Citations"/>.</summary>
    public required string Text { get; init; }

    /// <summary>The passages behind the markers.</summary>
    public ImmutableArray<Citation> Citations { get; init; } = [];

    /// <summary>One of <see cref="Knowledge.Outcomes"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>How sure the answer is, 0 to 1.</summary>
    public required double Confidence { get; init; }

    /// <summary>Choices to click, or follow-up questions that the same knowledge answers; at most 4.</summary>
    public ImmutableArray<string> Suggestions { get; init; } = [];

    /// <summary>Whether a person should be offered (<c>offer-human</c> on the wire).</summary>
    public bool OffersHuman { get; init; }

    /// <summary>The person that is to be asked for because of the messages; null for none.</summary>
    public Escalate? Escalation { get; init; }

    /// <summary>What the customer is to be asked for with it; null for nothing.</summary>
    public Form? Form { get; init; }

    /// <summary>How it came about, for staff.</summary>
    public required TurnTrace Trace { get; init; }
}
