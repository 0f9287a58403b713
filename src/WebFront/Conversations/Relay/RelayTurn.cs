using System.Text;

namespace SupportPlatform.Conversations.Relay;

/// <summary>The running turn as the relay has it. A subscriber's place in it is this object and an offset.</summary>
/// <param name="turnId">The turn.</param>
internal sealed class RelayTurn(string turnId)
{
    private readonly StringBuilder _text = new();
    private RelayChunk? _last;

    /// <summary>The turn's id.</summary>
    public string TurnId { get; } = turnId;

    /// <summary>What the turn is doing, when it has said so.</summary>
    public string? Status { get; set; }

    /// <summary>
    /// How much text can be sent. Half of a surrogate pair at the end waits for its other half, since it has no UTF-8
    /// form of its own.
    /// </summary>
    public int Length { get; private set; }

    /// <summary>Adds what follows the text so far.</summary>
    public void Append(string text)
    {
        if (text.Length == 0) return;
        var from = Length;
        _text.Append(text);
        Length = _text.Length - (char.IsHighSurrogate(_text[^1]) ? 1 : 0);
        if (Length == from) return;
        var whole = Length - from == text.Length && Length == _text.Length;
        _last = new RelayChunk(TurnId, from, whole ? text : _text.ToString(from, Length - from));
    }

    /// <summary>
    /// Takes over the whole text as the conversation has it now; false when it does not continue what is here, and so
    /// belongs into a turn object of its own.
    /// </summary>
    public bool TryCatchUp(string text)
    {
        if (text.Length < _text.Length) return false;
        var at = 0;
        foreach (var part in _text.GetChunks())
        {
            if (!text.AsSpan(at).StartsWith(part.Span, StringComparison.Ordinal)) return false;
            at += part.Length;
        }

        Append(text[_text.Length..]);
        return true;
    }

    /// <summary>Adds text at an offset; false when there is a gap before it.</summary>
    public bool TryAppendAt(int offset, string text)
    {
        if (offset > _text.Length) return false;
        var known = _text.Length - offset;
        if (known < text.Length) Append(known == 0 ? text : text[known..]);
        return true;
    }

    /// <summary>The text from an offset on; shared by everybody who has got as far as most.</summary>
    public RelayChunk From(int offset) => _last is { } last && last.Offset == offset && last.End == Length
        ? last
        : new RelayChunk(TurnId, offset, _text.ToString(offset, Length - offset));
}
