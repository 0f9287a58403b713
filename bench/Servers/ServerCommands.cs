using SupportPlatform.Bench.Measures;
using SupportPlatform.Bench.Processes;

namespace SupportPlatform.Bench.Servers;

/// <summary>What both servers do for their parent.</summary>
internal static class ServerCommands
{
    /// <summary>The pacer that the arguments ask for, telling its figures; null for none.</summary>
    public static TokenPacer? Pacer(Arguments arguments)
    {
        if (arguments.Count("streams", 0) is not (> 0 and var streams)) return null;
        var pacer = new TokenPacer(streams, arguments.Count("rate", 0), arguments.Seconds("warm", 0), arguments.Seconds("window", 0));
        pacer.Measured = (cpu, tokens) => Parent.Tell("paced", new { cpu, tokens, each = pacer.TokensEach });
        return pacer;
    }

    /// <summary>Carries out a command.</summary>
    public static Task Run(string command)
    {
        if (command == "memory") Parent.Tell("memory", new { kb = MemoryUse.PrivateKb(), managed = MemoryUse.ManagedKb() });
        return Task.CompletedTask;
    }
}
