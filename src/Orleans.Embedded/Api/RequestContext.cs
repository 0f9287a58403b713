namespace Orleans.Runtime;

/// <summary>Values that travel with each call from caller to callee, by copy: the callee's changes do not come back.</summary>
public static class RequestContext
{
    // Copied on each change, so that a captured dictionary never changes.
    private static readonly AsyncLocal<Dictionary<string, object>?> Current = new();

    internal static Dictionary<string, object>? Values
    {
        get => Current.Value;
        set => Current.Value = value;
    }

    /// <summary>A value, or null.</summary>
    public static object? Get(string key) => Values?.GetValueOrDefault(key);

    /// <summary>Sets a value for the calls made from here on.</summary>
    public static void Set(string key, object value) => Values = new(Values ?? []) { [key] = value };

    /// <summary>Takes a value away; false when there was none.</summary>
    public static bool Remove(string key)
    {
        if (Values?.ContainsKey(key) != true) return false;
        Values = Values.Count == 1 ? null : new(Values.Where(v => v.Key != key));
        return true;
    }

    /// <summary>Takes all values away.</summary>
    public static void Clear() => Values = null;
}
