namespace SupportPlatform.Testing;

/// <summary>A hub refused a call.</summary>
public sealed class HubCallException(string code, string message) : Exception($"{code}: {message}")
{
    /// <summary>The stable code.</summary>
    public string Code { get; } = code;

    /// <summary>Reads the error of a completion, as <c>… HubException: code: message</c>.</summary>
    public static HubCallException Parse(string error)
    {
        const string Mark = "HubException: ";
        var at = error.IndexOf(Mark, StringComparison.Ordinal);
        var text = at < 0 ? error : error[(at + Mark.Length)..];
        var colon = text.IndexOf(": ", StringComparison.Ordinal);
        return colon < 0 ? new HubCallException("unknown", text) : new HubCallException(text[..colon], text[(colon + 2)..]);
    }
}
