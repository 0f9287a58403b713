using SupportPlatform.Security;

namespace SupportPlatform.Grains.Tests.Hosting;

/// <summary>Calls on somebody's behalf, which leave the test's own caller as it is.</summary>
internal static class Calls
{
    /// <summary>Calls for a caller.</summary>
    public static async Task<T> As<T>(Caller caller, Func<Task<T>> call)
    {
        CallerContext.Current = caller;
        return await call();
    }

    /// <summary>Calls for the platform itself.</summary>
    public static Task<T> AsSystem<T>(Func<Task<T>> call) => As(Caller.System, call);

    /// <summary>Calls for the platform itself.</summary>
    public static async Task AsSystem(Func<Task> call)
    {
        CallerContext.Current = Caller.System;
        await call();
    }

    /// <summary>The code with which a caller, or else the platform itself, is refused; null when it is not.</summary>
    public static async Task<string?> Refusal(Func<Task> call, Caller? caller = null)
    {
        CallerContext.Current = caller ?? Caller.System;
        try
        {
            await call();
            return null;
        }
        catch (SupportException e)
        {
            return e.Code;
        }
    }
}
