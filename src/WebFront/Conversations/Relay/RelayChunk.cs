using SupportPlatform.Conversations.Wire;

namespace SupportPlatform.Conversations.Relay;

/// <summary>A piece of a running turn's text, with the forms that it has already been given.</summary>
/// <param name="turnId">The turn.</param>
/// <param name="offset">Where the text begins, in UTF-16 units of the turn's text.</param>
/// <param name="text">The text.</param>
internal sealed class RelayChunk(string turnId, int offset, string text)
{
    private byte[]? _hub;
    private byte[]? _stream;
    private byte[]? _staff;

    /// <summary>Where it begins.</summary>
    public int Offset { get; } = offset;

    /// <summary>Where it ends.</summary>
    public int End => Offset + Text.Length;

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>The turn.</summary>
    public string TurnId { get; } = turnId;

    /// <summary>The form for sockets.</summary>
    public byte[] ForHub(string conversationId) => _hub ??= HubFrames.Chunk(conversationId, TurnId, Offset, Text);

    /// <summary>The form for sockets of staff.</summary>
    public byte[] ForStaff(string conversationId) => _staff ??= StaffFrames.Delta(conversationId, TurnId, Offset, Text);

    /// <summary>The form for event streams.</summary>
    public byte[] ForStream() => _stream ??= EventStreamFrames.Text(TurnId, Offset, Text);
}
