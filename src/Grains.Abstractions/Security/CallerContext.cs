namespace SupportPlatform.Security;

/// <summary>The caller in Orleans' request context, which travels with each grain call.</summary>
public static class CallerContext
{
    private const string Key = "support.caller";

    /// <summary>The caller of the present call, or null: then everything is denied.</summary>
    public static Caller? Current
    {
        get => RequestContext.Get(Key) as Caller;
        set
        {
            if (value is null) RequestContext.Remove(Key);
            else RequestContext.Set(Key, value);
        }
    }
}
