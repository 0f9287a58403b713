using SupportPlatform.Bench.Processes;

namespace SupportPlatform.Bench.Servers;

/// <summary>The two servers, each in a process with its own settings.</summary>
internal static class Serving
{
    /// <summary>Starts <c>product</c> or <c>baseline</c>.</summary>
    public static Child Start(string server, params (string Name, object Value)[] arguments) =>
        server == "product" ? Child.StartProduct("serve-product", arguments) : Child.Start("serve-baseline", arguments);
}
