namespace SupportPlatform.Conversations;

/// <summary>How a customer feels, by the rules of frustration; as on the wire.</summary>
public static class Sentiments
{
    public const string Calm = "calm";
    public const string Uneasy = "uneasy";
    public const string Angry = "angry";
}
