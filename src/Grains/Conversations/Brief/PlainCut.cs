namespace SupportPlatform.Conversations;

/// <summary>Cuts texts short.</summary>
internal static class PlainCut
{
    /// <summary>The text, or what of it fits with an ellipsis; never half a character.</summary>
    /// <param name="text">The text.</param>
    /// <param name="longest">The most UTF-16 units.</param>
    public static string Of(string text, int longest)
    {
        if (text.Length <= longest) return text;
        var end = longest - 1;
        var space = text.LastIndexOf(' ', end);
        if (space > longest / 2) end = space;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + "…";
    }
}
