namespace Orleans.Runtime;

/// <summary>Values that travel with each call from caller to callee, by copy: the callee's changes do not come back.</summary>
public static class RequestContext
{
    // Copied on each change, so that a captured dictionary never changes.
    private static readonly AsyncLocal<Dictionary<string, object>?> Current = new();

    /// <summary>The names that are set.</summary>
    public static IEnumerable<string> Keys => Current.Value?.Keys ?? Enumerable.Empty<string>();

    /// <summary>The names and values that are set.</summary>
    public static IEnumerable<KeyValuePair<string, object>> Entries => Current.Value ?? Enumerable.Empty<KeyValuePair<string, object>>();

    internal static Dictionary<string, object>? Values
    {
        get => Current.Value;
        set => Current.Value = value;
    }

    /// <summary>A value, or null.</summary>
    public static object? Get(string key) => Current.Value is { } values && values.TryGetValue(key, out var value) ? value : null;

    /// <summary>Sets a value for the calls made from here on.</summary>
    public static void Set(string key, object value) =>
        Current.Value = new Dictionary<string, object>(Current.Value ?? [], StringComparer.Ordinal) { [key] = value };

    /// <summary>Takes a value away; false when there was none.</summary>
    public static bool Remove(string key)
    {
        if (Current.Value is not { } values || !values.ContainsKey(key)) return false;
        var rest = new Dictionary<string, object>(values, StringComparer.Ordinal);
        rest.Remove(key);
        Current.Value = rest.Count == 0 ? null : rest;
        return true;
    }

    /// <summary>Takes all values away.</summary>
    public static void Clear()
    {
        if (Current.Value is not null) Current.Value = null;
    }
}
