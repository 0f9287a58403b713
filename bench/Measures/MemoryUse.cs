using System.Globalization;
using System.Runtime;

namespace SupportPlatform.Bench.Measures;

/// <summary>What a process holds after a full collection.</summary>
internal static class MemoryUse
{
    /// <summary>The private resident memory of this process, in KB: managed and native, without mapped files.</summary>
    public static long PrivateKb()
    {
        for (var i = 0; i < 3; i++)
        {
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        if (!OperatingSystem.IsLinux()) return Environment.WorkingSet / 1024;
        var line = File.ReadLines("/proc/self/status").First(l => l.StartsWith("RssAnon:", StringComparison.Ordinal));
        return long.Parse(line.AsSpan(8).Trim(" \tkB"), CultureInfo.InvariantCulture);
    }

    /// <summary>The managed part of it, in KB.</summary>
    public static long ManagedKb() => GC.GetTotalMemory(forceFullCollection: false) / 1024;
}
