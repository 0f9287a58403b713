using System.Diagnostics.CodeAnalysis;
using SupportPlatform.Stores;

namespace SupportPlatform.Conversations;

/// <summary>
/// The key of a conversation: <c>{store}/{id}</c> as a grain key, <c>{store}_{id}</c> on the public surface,
/// where the id is 32 lower-case hexadecimal digits (a version 7 UUID, so keys sort by their time of creation).
/// </summary>
public readonly record struct ConversationKey
{
    private const int IdLength = 32;

    private ConversationKey(string store, string id) => (Store, Id) = (store, id);

    /// <summary>The store's id.</summary>
    public string Store { get; }

    /// <summary>The conversation's id within the store.</summary>
    public string Id { get; }

    /// <summary>The key of the grain.</summary>
    public string GrainKey => $"{Store}/{Id}";

    /// <summary>The id as it stands in addresses and messages.</summary>
    public string PublicId => $"{Store}_{Id}";

    /// <summary>A new key in a store.</summary>
    public static ConversationKey New(string store) => new(StoreKey.Check(store), Guid.CreateVersion7().ToString("N"));

    /// <summary>Reads a grain's key.</summary>
    /// <exception cref="FormatException">It is not a conversation's key.</exception>
    public static ConversationKey FromGrainKey(string key) =>
        TryParse(key, '/', out var parsed) ? parsed : throw new FormatException("Not a conversation key.");

    /// <summary>Reads an id from the public surface.</summary>
    public static bool TryParsePublic([NotNullWhen(true)] string? publicId, out ConversationKey key) =>
        TryParse(publicId, '_', out key);

    /// <summary>The public id.</summary>
    public override string ToString() => PublicId;

    private static bool TryParse(string? text, char separator, out ConversationKey key)
    {
        key = default;
        var at = text?.LastIndexOf(separator) ?? -1;
        if (at <= 0 || text!.Length - at - 1 != IdLength || !StoreKey.IsValid(text[..at])) return false;
        var id = text[(at + 1)..];
        if (!id.All(char.IsAsciiHexDigitLower)) return false;
        key = new ConversationKey(text[..at], id);
        return true;
    }
}
