using System.Runtime.InteropServices;
using System.Text.Json;

namespace SupportPlatform.Bench.Processes;

/// <summary>The other end of a <see cref="Child"/>.</summary>
internal static class Parent
{
    private static readonly Lock Gate = new();

    /// <summary>Tells something.</summary>
    public static void Tell(string name, object value)
    {
        var line = $"@{name} {JsonSerializer.Serialize(value)}";
        lock (Gate)
        {
            Console.Out.WriteLine(line);
            Console.Out.Flush();
        }
    }

    /// <summary>
    /// Carries out commands until the parent closes the input or goes away. Ctrl+C reaches the whole group; it is the
    /// parent that ends by it, and its children after it in good order.
    /// </summary>
    public static async Task Obey(Func<string, Task> command)
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        while (await Console.In.ReadLineAsync() is { } line) await command(line);
    }
}
