namespace SupportPlatform.Contacts;

/// <summary>The ids of contacts that nobody knows: <c>v-</c> and 32 hexadecimal digits. A store's own ids for its customers have another form.</summary>
public static class VisitorId
{
    private const string Prefix = "v-";

    /// <summary>A new one.</summary>
    public static string New() => $"{Prefix}{Guid.CreateVersion7():N}";

    /// <summary>Whether a contact's id is one of these.</summary>
    public static bool Is(string contactId) =>
        contactId.StartsWith(Prefix, StringComparison.Ordinal) && Guid.TryParseExact(contactId.AsSpan(Prefix.Length), "N", out _);
}
