using System.Text;

namespace SupportPlatform.Conversations;

/// <summary>The answer being written: text so far and what the turn is doing. Only in memory; the log gets the whole.</summary>
/// <param name="turnId">The turn's id.</param>
internal sealed class LiveTurn(string turnId)
{
    private readonly StringBuilder _text = new();

    /// <summary>The turn's id.</summary>
    public string TurnId { get; } = turnId;

    /// <summary>What it is doing.</summary>
    public string? Status { get; set; }

    /// <summary>Whether its text waits for approval, and so is for staff alone.</summary>
    public bool IsHeld { get; set; }

    /// <summary>What it found and decided, once that is known.</summary>
    public TurnEvidence? Evidence { get; set; }

    /// <summary>How much text there is, in UTF-16 units.</summary>
    public int Length => _text.Length;

    /// <summary>Adds text.</summary>
    public void Append(string text) => _text.Append(text);

    /// <summary>The text from an offset to the end.</summary>
    public string From(int offset) => _text.ToString(offset, _text.Length - offset);
}
