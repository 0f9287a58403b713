using System.Collections.Immutable;
using System.Text.Json;
using SupportPlatform.Contacts;

namespace SupportPlatform.Security;

/// <summary>
/// Reads what a store's token says of a customer beside name and mail address. A value that is too long or of another
/// kind is left out: a store that says too much must not keep its customer from writing.
/// </summary>
internal static class ContactClaims
{
    private const int LongestAddress = 500;

    /// <summary>The attributes: the first 20 with a text, number or truth value.</summary>
    public static ImmutableDictionary<string, string>? Attributes(JsonElement? claim)
    {
        if (claim is not { ValueKind: JsonValueKind.Object } given) return null;
        var read = given.EnumerateObject()
            .Select(a => (Name: Readable(() => a.Name), Value: Text(a.Value)))
            .Where(a => a is { Name.Length: >= 1 and <= Limits.AttributeNameLength, Value: not null })
            .DistinctBy(a => a.Name)
            .Take(Limits.ContactAttributes)
            .ToImmutableDictionary(a => a.Name!, a => a.Value!);
        return read.IsEmpty ? null : read;
    }

    /// <summary>The orders: the first 5 that have an id.</summary>
    public static ImmutableArray<CustomerOrder> Orders(JsonElement? claim) => claim is { ValueKind: JsonValueKind.Array } given
        ? [.. given.EnumerateArray().Select(Order).OfType<CustomerOrder>().Take(Limits.ContactOrders)]
        : [];

    private static CustomerOrder? Order(JsonElement claim) => claim.ValueKind == JsonValueKind.Object && Text(claim, "id") is { } id
        ? new CustomerOrder
        {
            OrderId = id,
            Status = Text(claim, "status"),
            Total = Text(claim, "total"),
            At = claim.TryGetProperty("at", out var at) && at.ValueKind == JsonValueKind.String && at.TryGetDateTimeOffset(out var time) ? time : null,
            Url = Address(claim),
        }
        : null;

    private static string? Address(JsonElement order) =>
        order.TryGetProperty("url", out var url) && url.ValueKind == JsonValueKind.String &&
        Uri.TryCreate(Readable(url.GetString), UriKind.Absolute, out var address) && address.Scheme is "https" or "http" &&
        address.AbsoluteUri.Length <= LongestAddress
            ? address.AbsoluteUri
            : null;

    private static string? Text(JsonElement given, string name) => given.TryGetProperty(name, out var value) ? Text(value) : null;

    private static string? Text(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => Readable(value.GetString),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
        return text is { Length: >= 1 and <= Limits.AttributeLength } ? text : null;
    }

    // A name that was cut in the middle of a character has half a surrogate pair, which no text can have.
    private static string? Readable(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
